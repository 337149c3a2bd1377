package dev.tandem.contracts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.auth.KeyRotation;
import dev.tandem.service.context.Traces;
import dev.tandem.service.http.HttpService;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.observe.Telemetry;
import dev.tandem.service.queue.MessageHandler;
import dev.tandem.service.run.ServiceContext;
import dev.tandem.service.run.ServiceParts;
import dev.tandem.service.run.ServiceSettings;
import dev.tandem.service.store.BusyException;
import dev.tandem.service.store.Condition;
import dev.tandem.service.store.FencedStore;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.MemoryStore;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import dev.tandem.service.token.TokenVerifier;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;

/** A service as it is built, over a table in memory and with keys as they are rotated. */
final class RunningService implements AutoCloseable {

    private static final JWKSet KEYS = KeyRotation.next(new JWKSet(), Instant.now());
    private static final String REGION = "eu-central-1";

    final MemoryStore table = new MemoryStore();
    private final OpenTelemetrySdk telemetry;
    private final HttpService http;
    private final MessageHandler messages;
    private volatile boolean busy;

    /** @param callees address of the services that it calls */
    RunningService(String name, URI callees, Function<ServiceContext, ServiceParts> service) {
        telemetry = Telemetry.start(name, Optional.empty(), 1);
        Traces traces = new Traces(telemetry);
        RedMetrics metrics = new RedMetrics(telemetry);
        ServiceSettings settings = ServiceSettings.of(Map.of("TANDEM_SERVICE", name, "TANDEM_ENVIRONMENT", "test", "AWS_REGION", REGION,
                "PORT", "0", "TABLE_NAME", "none", "MESH_PROXY", callees.toString(), "BASE_PATH", "/api/" + name, "PASSWORD_ROUNDS", "1"));
        ServiceParts parts = service.apply(new ServiceContext(settings, new FencedStore(new Throttled(), REGION), new Parameters(), traces,
                metrics, Clock.systemUTC()));
        messages = parts.messages().orElseThrow();
        http = HttpService.start("127.0.0.1", 0, parts.routes(), traces, metrics);
    }

    int port() {
        return http.port();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    MessageHandler messages() {
        return messages;
    }

    /** From now on its table takes no requests. */
    void throttle() {
        busy = true;
    }

    /** From now on another region writes. */
    void fence() {
        table.transact(List.of(Write.put(new Item(FencedStore.EPOCH, Map.of()).with(FencedStore.WRITER, "eu-west-1"))));
    }

    /** Empties its table. */
    void forget() {
        table.transact(table.all().stream().<Write>map(item -> new Write.Delete(item.key(), Condition.none())).toList());
    }

    /** A token for the next minute, as auth signs it. */
    static String token(String accountId) {
        try {
            ECKey key = KEYS.getKeys().get(0).toECKey();
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), new JWTClaimsSet.Builder()
                    .issuer(TokenVerifier.ISSUER).subject(accountId).expirationTime(Date.from(Instant.now().plusSeconds(60))).build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
        telemetry.close();
    }

    private final class Throttled implements Store {

        @Override
        public Optional<Item> get(Key key) {
            return open().get(key);
        }

        @Override
        public List<Item> query(String pk, String prefix) {
            return open().query(pk, prefix);
        }

        @Override
        public void transact(List<Write> writes) {
            open().transact(writes);
        }

        private Store open() {
            if (busy) {
                throw new BusyException("throttled", null);
            }
            return table;
        }
    }

    private static final class Parameters implements SsmClient {

        @Override
        public GetParameterResponse getParameter(GetParameterRequest request) {
            boolean secret = request.name().endsWith("/signing-keys");
            return GetParameterResponse.builder().parameter(parameter -> parameter.value(KEYS.toString(!secret))).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
