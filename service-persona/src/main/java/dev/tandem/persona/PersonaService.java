package dev.tandem.persona;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.service.http.ProblemException;
import dev.tandem.service.http.Json;
import dev.tandem.service.http.Request;
import dev.tandem.service.http.Response;
import dev.tandem.service.http.Routes;
import dev.tandem.service.idempotency.IdempotencyKeys;
import dev.tandem.service.idempotency.IdempotentRequests;
import dev.tandem.service.run.ServiceContext;
import dev.tandem.service.run.ServiceHost;
import dev.tandem.service.run.ServiceParts;
import dev.tandem.service.store.Item;
import dev.tandem.service.token.ParameterKeys;
import dev.tandem.service.token.TokenVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The service persona. {@code contracts/openapi/persona.yaml} says what it answers. */
public final class PersonaService {

    private final Profiles profiles;
    private final IdempotentRequests once;
    private final TokenVerifier verifier;

    private PersonaService(ServiceContext context) {
        this.profiles = new Profiles(context.store(), context.clock(), context.traces()::headers);
        this.once = new IdempotentRequests(context.store(),
                new IdempotencyKeys(context.store(), context.clock(), Duration.ofSeconds(30), Duration.ofDays(1)));
        this.verifier = new TokenVerifier(
                new ParameterKeys(context.ssm(), context.settings().parameter("auth/jwks"), context.clock()), context.clock());
    }

    /** The service's process. */
    public static void main(String[] args) {
        ServiceHost.main(PersonaService::of);
    }

    /** The service, made for a host. */
    public static ServiceParts of(ServiceContext context) {
        PersonaService persona = new PersonaService(context);
        String base = context.settings().basePath();
        return new ServiceParts(new Routes()
                .on("GET", base + "/profiles/me", persona::mine)
                .on("PUT", base + "/profiles/me", persona::change)
                .on("GET", base + "/personal-data", request -> Response.json(200, persona.profiles.export(persona.verifier.account(request)))),
                Optional.of(persona.profiles));
    }

    private Response mine(Request request) {
        return Response.json(200, Profiles.shown(profile(verifier.account(request))));
    }

    private Response change(Request request) {
        String accountId = verifier.account(request);
        JsonNode body = request.json();
        String name = Request.text(body, Profiles.NAME, 100);
        String bio = Request.text(body, Profiles.BIO, 2_000);
        profile(accountId);
        return once.once("change-profile#" + accountId, request, () -> new IdempotentRequests.Effect(
                List.of(Profiles.change(accountId, name, bio)),
                Response.json(200, Json.object().put(Profiles.NAME, name).put(Profiles.BIO, bio))));
    }

    private Item profile(String accountId) {
        return profiles.find(accountId).orElseThrow(() -> new ProblemException(404, "not-found", "This account has no profile."));
    }
}
