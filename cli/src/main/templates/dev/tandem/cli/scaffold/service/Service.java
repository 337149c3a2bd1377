package dev.tandem.@package@;

import dev.tandem.service.http.Json;
import dev.tandem.service.http.ProblemException;
import dev.tandem.service.http.Request;
import dev.tandem.service.http.Response;
import dev.tandem.service.http.Routes;
import dev.tandem.service.idempotency.IdempotencyKeys;
import dev.tandem.service.idempotency.IdempotentRequests;
import dev.tandem.service.run.ServiceContext;
import dev.tandem.service.run.ServiceHost;
import dev.tandem.service.run.ServiceParts;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import dev.tandem.service.token.ParameterKeys;
import dev.tandem.service.token.PublicKeys;
import dev.tandem.service.token.TokenVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The service @name@. {@code contracts/openapi/@name@.yaml} says what it answers; change that first. */
public final class @Class@Service {

    private static final String NAME = "name";

    private final Store store;
    private final IdempotentRequests once;
    private final TokenVerifier verifier;

    private @Class@Service(ServiceContext context, PublicKeys keys) {
        this.store = context.store();
        this.once = new IdempotentRequests(store,
                new IdempotencyKeys(store, context.clock(), Duration.ofSeconds(30), Duration.ofDays(1)));
        this.verifier = new TokenVerifier(keys, context.clock());
    }

    /** The service's process. */
    public static void main(String[] args) {
        ServiceHost.main(@Class@Service::of);
    }

    /** The service, made for a host. */
    public static ServiceParts of(ServiceContext context) {
        return of(context, new ParameterKeys(context.ssm(), context.settings().parameter("auth/jwks"), context.clock()));
    }

    /** The same with other keys of tokens. */
    public static ServiceParts of(ServiceContext context, PublicKeys keys) {
        @Class@Service service = new @Class@Service(context, keys);
        String base = context.settings().basePath();
        return new ServiceParts(new Routes()
                .on("GET", base + "/items/{id}", service::get)
                .on("PUT", base + "/items/{id}", service::put), Optional.empty());
    }

    /** An account sees its own items only: they have its partition key. */
    private Response get(Request request) {
        Item item = store.get(key(request))
                .orElseThrow(() -> new ProblemException(404, "not-found", "This account has no such item."));
        return Response.json(200, Json.object().put(NAME, item.text(NAME)));
    }

    private Response put(Request request) {
        Key key = key(request);
        String name = Request.text(request.json(), NAME, 100);
        return once.once("put-item#" + key.pk(), request, () -> new IdempotentRequests.Effect(
                List.of(Write.put(Item.of(key.pk(), key.sk()).with(NAME, name))),
                Response.json(200, Json.object().put(NAME, name))));
    }

    private Key key(Request request) {
        return new Key("account#" + verifier.account(request), "item#" + request.parameter("id"));
    }
}
