package dev.tandem.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.events.v1.AccountActivated;
import dev.tandem.events.v1.Events;
import dev.tandem.events.v1.SignUpRequested;
import dev.tandem.service.http.Json;
import dev.tandem.service.http.Request;
import dev.tandem.service.http.Response;
import dev.tandem.service.idempotency.IdempotentRequests.Effect;
import dev.tandem.service.outbox.OutboxEvent;
import dev.tandem.service.queue.Envelope;
import dev.tandem.service.queue.MessageHandler;
import dev.tandem.service.saga.SagaParticipant;
import dev.tandem.service.saga.StepOutcome;
import dev.tandem.service.store.Condition;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Signing up: the request that starts the saga, auth's steps in it, and what became of it. Safe for use by several threads. */
public final class SignUps implements MessageHandler {

    /** Longer than a saga tries to end, which is a day: its last step still has to see whose account it is. */
    private static final Duration KEPT = Duration.ofDays(3);

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;
    private final Supplier<Map<String, String>> headers;
    private final SagaParticipant saga;

    /** @param headers of the present trace, for events */
    public SignUps(Store store, Clock clock, Supplier<Map<String, String>> headers) {
        this.store = store;
        this.accounts = new Accounts(store);
        this.clock = clock;
        this.headers = headers;
        this.saga = new SagaParticipant(store, SignUpSaga.OWNER, clock, headers)
                .step("ReserveAccount", this::reserve, "CancelAccount", this::cancel)
                .step("ActivateAccount", this::activate);
    }

    /**
     * What a request to sign up does: an item with what the saga needs, and the event that starts it.
     *
     * @throws dev.tandem.service.http.ProblemException 400, when a field is missing or too long
     */
    Effect request(Request request, Passwords passwords) {
        JsonNode body = request.json();
        String email = Request.text(body, "email", 254);
        String name = Request.text(body, "displayName", 100);
        String password = Request.text(body, "password", 200);
        if (!email.matches("[^@\\s]+@[^@\\s]+") || password.length() < 12) {
            throw new dev.tandem.service.http.ProblemException(400, "invalid-field",
                    "Expected an address of e-mail, and a password of 12 characters at least.");
        }
        return request(email, name, passwords.hash(password));
    }

    /** The same, for fields that are checked. */
    public Effect request(String email, String displayName, String passwordHash) {
        String signUpId = UUID.randomUUID().toString();
        String accountId = UUID.randomUUID().toString();
        Item item = new Item(key(signUpId), Map.of())
                .with(Accounts.ACCOUNT_ID, accountId).with(Accounts.EMAIL, email).with(Accounts.PASSWORD, passwordHash)
                .with(Item.EXPIRES_AT, clock.instant().plus(KEPT).getEpochSecond());
        OutboxEvent event = OutboxEvent.of(SignUpSaga.OWNER, SignUpSaga.STARTED_BY, Events.json(SignUpRequested.newBuilder()
                .setSignUpId(signUpId).setAccountId(accountId).setDisplayName(displayName).build()), headers.get());
        return new Effect(List.of(Write.create(item), event.write(clock.instant())),
                Response.json(202, Json.object().put("signUpId", signUpId).put("accountId", accountId).put("state", "PENDING")));
    }

    /** {@code PENDING}, {@code COMPLETE} or {@code UNDONE}; empty when there is none. */
    public Optional<String> state(String signUpId) {
        if (saga.state(signUpId, "ActivateAccount").equals(Optional.of("DONE"))) {
            return Optional.of("COMPLETE");
        }
        Optional<String> reserved = saga.state(signUpId, "ReserveAccount");
        if (reserved.isPresent()) {
            return Optional.of(reserved.get().equals("DONE") ? "PENDING" : "UNDONE");
        }
        return store.get(key(signUpId)).map(item -> "PENDING");
    }

    @Override
    public void handle(Envelope message) {
        saga.handle(message);
    }

    private StepOutcome reserve(String signUpId, JsonNode input) {
        Optional<Item> signUp = store.get(key(signUpId));
        if (signUp.isEmpty()) {
            return StepOutcome.refused("SignUpUnknown", "there is no sign-up of this ID, or it is over");
        }
        return accounts.taken(signUp.get().text(Accounts.EMAIL))
                ? StepOutcome.refused("EmailTaken", "the address belongs to another account")
                : StepOutcome.done(Accounts.reserve(signUp.get()));
    }

    private StepOutcome cancel(String signUpId, JsonNode input) {
        String accountId = input.path(Accounts.ACCOUNT_ID).asText();
        if (!owns(signUpId, accountId)) {
            return anothers();
        }
        List<Write> writes = accounts.erasure(accountId);
        return new StepOutcome(plus(writes, new Write.Delete(key(signUpId), Condition.none())), Optional.empty(), "");
    }

    private StepOutcome activate(String signUpId, JsonNode input) {
        String accountId = input.path(Accounts.ACCOUNT_ID).asText();
        if (!owns(signUpId, accountId)) {
            return anothers();
        }
        return accounts.find(accountId)
                .map(account -> StepOutcome.done(Accounts.activate(account), new Write.Delete(key(signUpId), Condition.none()),
                        OutboxEvent.of(SignUpSaga.OWNER, "AccountActivated",
                                Events.json(AccountActivated.newBuilder().setAccountId(accountId).build()), headers.get())
                                .write(clock.instant())))
                .orElseGet(() -> StepOutcome.refused("AccountMissing", "there is no account of this ID"));
    }

    /** A command's input comes from the event that started the saga: only what auth wrote itself says whose account it is. */
    private boolean owns(String signUpId, String accountId) {
        return store.get(key(signUpId)).filter(item -> item.text(Accounts.ACCOUNT_ID).equals(accountId)).isPresent();
    }

    private static StepOutcome anothers() {
        return StepOutcome.refused("AccountOfAnother", "the account is not the one that this sign-up is for");
    }

    private static List<Write> plus(List<Write> writes, Write more) {
        List<Write> all = new java.util.ArrayList<>(writes);
        all.add(more);
        return all;
    }

    private static Key key(String signUpId) {
        return new Key("signup#" + signUpId, "signup");
    }
}
