package dev.tandem.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.events.v1.AccountDeleted;
import dev.tandem.events.v1.Events;
import dev.tandem.events.v1.ProfileErased;
import dev.tandem.service.http.Json;
import dev.tandem.service.outbox.OutboxEvent;
import dev.tandem.service.personal.PersonalData;
import dev.tandem.service.queue.Envelope;
import dev.tandem.service.queue.Inbox;
import dev.tandem.service.queue.MessageHandler;
import dev.tandem.service.queue.PoisonException;
import dev.tandem.service.saga.SagaParticipant;
import dev.tandem.service.saga.StepOutcome;
import dev.tandem.service.store.Condition;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Profiles in persona's own table: an item each, made and removed by sagas, erased with the account. Safe for use by several threads. */
public final class Profiles implements MessageHandler, PersonalData {

    static final String NAME = "displayName";
    static final String BIO = "bio";

    private final Store store;
    private final Clock clock;
    private final Inbox inbox;
    private final Supplier<Map<String, String>> headers;
    private final SagaParticipant saga;

    /** @param headers of the present trace, for events */
    public Profiles(Store store, Clock clock, Supplier<Map<String, String>> headers) {
        this.store = store;
        this.clock = clock;
        this.headers = headers;
        this.inbox = new Inbox(store, clock);
        this.saga = new SagaParticipant(store, "persona", clock, headers)
                .step("CreateProfile", this::create, "RemoveProfile", this::remove);
    }

    /** A profile. */
    public Optional<Item> find(String accountId) {
        return store.get(key(accountId));
    }

    /** A profile as its person sees it. */
    static ObjectNode shown(Item profile) {
        return Json.object().put(NAME, profile.text(NAME)).put(BIO, profile.text(BIO));
    }

    /** The write that changes a profile; it does not make one. */
    static Write change(String accountId, String name, String bio) {
        return new Write.Put(new Item(key(accountId), Map.of()).with(NAME, name).with(BIO, bio), Condition.present());
    }

    @Override
    public void handle(Envelope message) {
        if (message.kind() == Envelope.Kind.COMMAND) {
            saga.handle(message);
        } else if (message.type().equals("AccountDeleted")) {
            accountDeleted(message);
        } else {
            throw new PoisonException("persona has no use for the event " + message.type() + ", expected AccountDeleted");
        }
    }

    private void accountDeleted(Envelope event) {
        AccountDeleted.Builder deleted = AccountDeleted.newBuilder();
        try {
            Events.merge(event.data().toString(), deleted);
        } catch (IllegalArgumentException e) {
            throw new PoisonException(e.getMessage());
        }
        if (deleted.getAccountId().isEmpty()) {
            throw new PoisonException("AccountDeleted has no accountId");
        }
        List<Write> writes = new ArrayList<>(erasure(deleted.getAccountId()));
        writes.add(OutboxEvent.of("persona", "ProfileErased",
                Events.json(ProfileErased.newBuilder().setAccountId(deleted.getAccountId()).build()), headers.get()).write(clock.instant()));
        inbox.once(event, writes);
    }

    @Override
    public JsonNode export(String accountId) {
        return find(accountId).map(Profiles::shown).orElseGet(Json::object);
    }

    @Override
    public List<Write> erasure(String accountId) {
        return List.of(new Write.Delete(key(accountId), Condition.none()));
    }

    private StepOutcome create(String sagaId, JsonNode input) {
        String accountId = input.path("accountId").asText();
        String name = input.path(NAME).asText();
        if (accountId.isEmpty() || name.isBlank() || name.length() > 100) {
            return StepOutcome.refused("ProfileInvalid", "a profile needs an account and a name of 1 to 100 characters");
        }
        return StepOutcome.done(Write.create(new Item(key(accountId), Map.of()).with(NAME, name).with(BIO, "")));
    }

    private StepOutcome remove(String sagaId, JsonNode input) {
        return StepOutcome.done(new Write.Delete(key(input.path("accountId").asText()), Condition.none()));
    }

    private static Key key(String accountId) {
        return new Key("profile#" + accountId, "profile");
    }
}
