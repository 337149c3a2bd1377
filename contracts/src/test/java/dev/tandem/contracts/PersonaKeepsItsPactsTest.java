package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.persona.PersonaService;
import dev.tandem.requirements.Covers;
import dev.tandem.service.context.Traces;
import dev.tandem.service.http.HttpService;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.observe.Telemetry;
import dev.tandem.service.run.ServiceContext;
import dev.tandem.service.run.ServiceParts;
import dev.tandem.service.run.ServiceSettings;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.MemoryStore;
import dev.tandem.service.store.Write;
import dev.tandem.service.token.TokenVerifier;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Persona, as it is built, against every pact that a consumer left. */
@Provider("persona")
@PactFolder("pacts")
@Covers({"R10.1", "R10.2"})
class PersonaKeepsItsPactsTest {

    private final MemoryStore table = new MemoryStore();
    private OpenTelemetrySdk telemetry;
    private HttpService service;
    private ECKey key;

    @BeforeEach
    void start(PactVerificationContext context) throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        telemetry = Telemetry.start("persona", Optional.empty(), 1);
        Traces traces = new Traces(telemetry);
        RedMetrics metrics = new RedMetrics(telemetry);
        ServiceSettings settings = ServiceSettings.of(Map.of("TANDEM_SERVICE", "persona", "TANDEM_ENVIRONMENT", "test", "AWS_REGION",
                "eu-central-1", "PORT", "0", "TABLE_NAME", "none", "MESH_PROXY", "http://127.0.0.1:1", "BASE_PATH", "/api/persona"));
        ServiceParts parts = PersonaService.of(new ServiceContext(settings, table, null, traces, metrics, Clock.systemUTC()),
                () -> new JWKSet(key.toPublicJWK()));
        service = HttpService.start("127.0.0.1", 0, parts.routes(), traces, metrics);
        context.setTarget(new HttpTestTarget("127.0.0.1", service.port()));
    }

    @AfterEach
    void stop() {
        service.close();
        telemetry.close();
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keepsIt(PactVerificationContext context, HttpRequest request) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), new JWTClaimsSet.Builder()
                .issuer(TokenVerifier.ISSUER).subject("a1").expirationTime(Date.from(Instant.now().plusSeconds(60))).build());
        token.sign(new ECDSASigner(key));
        request.setHeader("Authorization", "Bearer " + token.serialize());

        context.verifyInteraction();
    }

    @State("the caller has a profile")
    void profile() {
        table.transact(List.of(Write.put(Item.of("profile#a1", "profile").with("displayName", "Ada").with("bio", "Mathematician"))));
        assertThat(table.query("profile#a1", "")).hasSize(1);
    }

    @State("the caller has no profile")
    void noProfile() {
        assertThat(table.query("profile#a1", "")).isEmpty();
    }
}
