package dev.tandem.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.events.v1.AccountDeleted;
import dev.tandem.events.v1.Events;
import dev.tandem.service.http.HttpCaller;
import dev.tandem.service.http.Json;
import dev.tandem.service.http.ProblemException;
import dev.tandem.service.http.Request;
import dev.tandem.service.http.Response;
import dev.tandem.service.http.Routes;
import dev.tandem.service.idempotency.IdempotencyKeys;
import dev.tandem.service.idempotency.IdempotentRequests;
import dev.tandem.service.outbox.OutboxEvent;
import dev.tandem.service.run.ServiceContext;
import dev.tandem.service.run.ServiceHost;
import dev.tandem.service.run.ServiceParts;
import dev.tandem.service.store.ConflictException;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Write;
import dev.tandem.service.token.ParameterKeys;
import dev.tandem.service.token.TokenVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service auth. {@code contracts/openapi/auth.yaml} says what it answers. */
public final class AuthService {

    private static final Logger LOG = LoggerFactory.getLogger(AuthService.class);
    private static final Duration PERSONA_DEADLINE = Duration.ofSeconds(2);

    private final ServiceContext context;
    private final Accounts accounts;
    private final SignUps signUps;
    private final IdempotentRequests once;
    private final Passwords passwords;
    private final Tokens tokens;
    private final TokenVerifier verifier;
    private final ParameterKeys publicKeys;
    private final Persona persona;

    private AuthService(ServiceContext context) {
        this.context = context;
        this.accounts = new Accounts(context.store());
        this.signUps = new SignUps(context.store(), context.clock(), context.traces()::headers);
        this.once = new IdempotentRequests(context.store(),
                new IdempotencyKeys(context.store(), context.clock(), Duration.ofSeconds(30), Duration.ofDays(1)));
        this.passwords = new Passwords(context.settings().number("PASSWORD_ROUNDS", Passwords.ROUNDS));
        this.tokens = new Tokens(new ParameterKeys(context.ssm(), context.settings().parameter(RotateKeys.signingKeys()), context.clock(),
                KeyRotation.ANNOUNCED),
                context.clock());
        this.publicKeys = new ParameterKeys(context.ssm(), context.settings().parameter(RotateKeys.publicKeys()), context.clock());
        this.verifier = new TokenVerifier(publicKeys, context.clock());
        this.persona = new Persona(context.caller("persona", PERSONA_DEADLINE));
    }

    /** The service's process. */
    public static void main(String[] args) {
        ServiceHost.main(AuthService::of);
    }

    /** The service, made for a host. */
    public static ServiceParts of(ServiceContext context) {
        AuthService auth = new AuthService(context);
        String base = context.settings().basePath();
        return new ServiceParts(new Routes()
                .on("POST", base + "/sign-ups", auth::signUp)
                .on("GET", base + "/sign-ups/{id}", auth::signUpState)
                .on("POST", base + "/tokens", auth::token)
                .on("GET", base + "/jwks.json", request -> Response.json(200, auth.publicKeys.now().toString()).with("Cache-Control", "max-age=60"))
                .on("GET", base + "/me", auth::me)
                .on("DELETE", base + "/me", auth::delete)
                .on("GET", base + "/me/personal-data", auth::personalData),
                Optional.of(auth.signUps));
    }

    private Response signUp(Request request) {
        return once.once("sign-up", request, () -> signUps.request(request, passwords));
    }

    private Response signUpState(Request request) {
        String id = request.parameter("id");
        return signUps.state(id)
                .map(state -> Response.json(200, Json.object().put("signUpId", id).put("state", state)))
                .orElseThrow(() -> new ProblemException(404, "not-found", "There is no sign-up of this ID."));
    }

    private Response token(Request request) {
        JsonNode body = request.json();
        String password = Request.text(body, "password", 200);
        Item account = accounts.ofEmail(Request.text(body, "email", 254))
                .filter(found -> found.text(Accounts.STATE).equals(Accounts.ACTIVE))
                .filter(found -> passwords.matches(password, found.text(Accounts.PASSWORD)))
                .orElseThrow(() -> new ProblemException(401, "unauthenticated", "No active account has this address and password."));
        return Response.json(200, Json.object().put("accessToken", tokens.issue(account.text(Accounts.ACCOUNT_ID)))
                .put("tokenType", "Bearer").put("expiresIn", Tokens.LIFE.toSeconds())).with("Cache-Control", "no-store");
    }

    private Response me(Request request) {
        Item account = account(request);
        ObjectNode answer = Json.object().put("accountId", account.text(Accounts.ACCOUNT_ID)).put("email", account.text(Accounts.EMAIL));
        answer.set("profile", ofPersona(request, persona::profile).orElse(null));
        return Response.json(200, answer);
    }

    private Response personalData(Request request) {
        Item account = account(request);
        ObjectNode answer = Json.object();
        answer.set("auth", accounts.export(account.text(Accounts.ACCOUNT_ID)));
        answer.set("persona", ofPersona(request, persona::personalData)
                .orElseThrow(() -> new ProblemException(503, "incomplete", "Not all services answer; nothing is shown rather than a part.", 5)));
        return Response.json(200, answer);
    }

    /** What persona knows; empty when it cannot be asked, so that an account is shown without its profile rather than not at all. */
    private static Optional<JsonNode> ofPersona(Request request, Function<String, HttpCaller.Answer> question) {
        try {
            HttpCaller.Answer answer = question.apply(request.header("Authorization").orElseThrow());
            return answer.status() == 200 ? Optional.of(Json.MAPPER.readTree(answer.body())) : Optional.empty();
        } catch (HttpCaller.UnavailableException | JsonProcessingException e) {
            LOG.warn("the profile is left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Response delete(Request request) {
        String accountId = account(request).text(Accounts.ACCOUNT_ID);
        List<Write> writes = new ArrayList<>(accounts.erasure(accountId));
        writes.add(OutboxEvent.of("auth", "AccountDeleted",
                Events.json(AccountDeleted.newBuilder().setAccountId(accountId).build()), context.traces().headers())
                .write(context.clock().instant()));
        try {
            context.store().transact(writes);
        } catch (ConflictException gone) {
            LOG.info("the account was deleted by another request meanwhile");
        }
        return Response.empty(204);
    }

    private Item account(Request request) {
        return accounts.find(verifier.account(request))
                .filter(found -> found.text(Accounts.STATE).equals(Accounts.ACTIVE))
                .orElseThrow(() -> new ProblemException(401, "unauthenticated", "The account is gone."));
    }
}
