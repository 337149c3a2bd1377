package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.Intruder;
import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.envoy.TestCa;
import dev.tandem.e2e.envoy.TraceSink;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Who may call: a declared caller with a certificate of this trust domain that has not ended, and nobody else. */
@NeedsTools(Tools.ENVOY)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallersTest {

    private static final String PERSONA = "127.0.80.1";
    private static final String AUTH = "127.0.80.2";
    private static final int MESH_PORT = 9443;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private static Path directory;

    private static MeshOnLoopback mesh;
    private static MeshTask persona;
    private static MeshTask auth;
    private static TraceSink personasCollector;
    private static TraceSink authsCollector;

    @BeforeAll
    static void start() {
        mesh = new MeshOnLoopback(directory, 10);
        mesh.dns().set("persona-stable.svc.local", PERSONA);
        mesh.live(MeshOnLoopback.document("persona").version("stable", 100, 1).callers(List.of("auth")).build());
        mesh.live(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
        persona = mesh.start("persona", "stable", PERSONA);
        // persona by itself would trace nothing: it follows its caller.
        auth = mesh.start("auth", "stable", AUTH, Map.of("TANDEM_TRACE_PERCENT", "100"));
        personasCollector = new TraceSink(PERSONA);
        authsCollector = new TraceSink(AUTH);
        mesh.awaitReady();
    }

    @AfterAll
    static void stop() {
        mesh.close();
        List.of(personasCollector, authsCollector).forEach(TraceSink::close);
    }

    @Test
    @Order(1)
    @Covers("R2.1")
    void declaredCallerPassesWithItsIdentity() {
        RawClient.Target target = RawClient.Target.of(auth.outbound(), "persona.svc.local").with("x-amzn-trace-id", "Root=1-67891233-abcdef012345678912345678");
        Eventually.within(LIMIT, () -> {
            var answers = Load.burst(target, 1, 1);
            return answers.get(0).status() == 200 ? Optional.empty() : Optional.of(answers + persona.written() + auth.written());
        });
        Map<String, List<String>> headers = persona.application().lastHeaders();
        assertThat(headers.get("X-forwarded-client-cert").get(0)).contains("URI=" + MeshOnLoopback.spiffeId("auth"));
        assertThat(headers).containsKeys("Traceparent", "X-request-id", "X-correlation-id");
        assertThat(headers.get("X-amzn-trace-id")).containsExactly("Root=1-67891233-abcdef012345678912345678");
        assertThat(Intruder.served(PERSONA, MESH_PORT, Optional.of(mesh.ca().issue(MeshOnLoopback.spiffeId("auth"))))).isTrue();
    }

    @Test
    @Order(2)
    @Covers("R5.1")
    void accessLogIsJsonWithCallerCorrelationAndTrace() {
        String trace = "\"traceId\":\"" + persona.application().lastHeaders().get("Traceparent").get(0).split("-")[1] + "\"";
        String[] found = {""};
        Eventually.within(LIMIT, () -> {
            // Envoy writes several lines at once, and the last of them may be half there.
            String written = persona.written();
            found[0] = written.substring(0, written.lastIndexOf('\n') + 1).lines()
                    .filter(text -> text.contains("\"kind\":\"access\"") && text.contains(trace)).findFirst().orElse("");
            return found[0].isEmpty() ? Optional.of("no line of the access log has " + trace + ":\n" + written) : Optional.empty();
        });
        assertThat(found[0]).startsWith("{").endsWith("}")
                .contains("\"caller\":\"" + MeshOnLoopback.spiffeId("auth") + "\"", "\"correlationId\":\"", "\"listener\":\"mesh\"",
                        "\"service\":\"persona\"", "\"xrayTraceId\":\"Root=1-67891233-abcdef012345678912345678\"");
    }

    @Test
    @Order(3)
    @Covers("R2.1")
    void plaintextIsRefusedAndSeen() {
        refused("connection_error", () -> Intruder.servedInPlaintext(PERSONA, MESH_PORT));
    }

    @Test
    @Order(4)
    @Covers("R2.1")
    void noCertificateIsRefusedAndSeen() {
        refused("fail_verify_no_cert", () -> Intruder.served(PERSONA, MESH_PORT, Optional.empty()));
    }

    @Test
    @Order(5)
    @Covers("R2.1")
    void endedCertificateIsRefusedAndSeen() {
        Instant now = Instant.now();
        TestCa.Issued ended = mesh.ca().issue(MeshOnLoopback.spiffeId("auth"), now.minusSeconds(7_200), now.minusSeconds(60));
        refused("fail_verify_error", () -> Intruder.served(PERSONA, MESH_PORT, Optional.of(ended)));
    }

    @Test
    @Order(6)
    @Covers("R2.2")
    void otherTrustDomainIsRefusedAndSeen() {
        TestCa.Issued foreign = new TestCa("other.test").issue("spiffe://other.test/ns/test/svc/auth");
        refused("fail_verify_error", () -> Intruder.served(PERSONA, MESH_PORT, Optional.of(foreign)));
    }

    @Test
    @Order(7)
    @Covers("R2.2")
    void undeclaredCallerOfTheSameTrustDomainIsRefusedAndSeen() {
        TestCa.Issued billing = mesh.ca().issue(MeshOnLoopback.spiffeId("billing"));
        refused("fail_verify_san", () -> Intruder.served(PERSONA, MESH_PORT, Optional.of(billing)));
    }

    @Test
    @Order(7)
    void certificateOfAnIssuerWhoseClockIsFiveMinutesAheadIsTaken() {
        // Validity begins ten minutes before the issue.
        Instant issued = Instant.now().plusSeconds(300);
        TestCa.Issued early = mesh.ca().issue(MeshOnLoopback.spiffeId("auth"), issued.minusSeconds(600), issued.plusSeconds(3_600));
        assertThat(Intruder.served(PERSONA, MESH_PORT, Optional.of(early))).isTrue();
    }

    @Test
    @Order(7)
    @Covers("R2.1")
    void olderTlsIsRefusedAndSeen() {
        TestCa.Issued right = mesh.ca().issue(MeshOnLoopback.spiffeId("auth"));
        refused("connection_error", () -> Intruder.served(PERSONA, MESH_PORT, Optional.of(right), "TLSv1.2"));
    }

    @Test
    @Order(8)
    @Covers("R2.2")
    void whoAnswersInAnotherServicesPlaceIsNotSpokenTo() {
        RawClient.Target target = RawClient.Target.of(auth.outbound(), "persona");
        // There auth answers: of the same trust domain, with a valid certificate, and not who was meant.
        mesh.dns().set("persona-stable.svc.local", AUTH);
        String refusals = "cluster.persona-stable.ssl.fail_verify_san";
        Eventually.within(LIMIT, () -> {
            int status = Load.burst(target, 1, 1).get(0).status();
            return status == 503 && auth.envoy().stat(refusals) > 0 ? Optional.empty() : Optional.of("status " + status);
        });
        mesh.dns().set("persona-stable.svc.local", PERSONA);
        Eventually.within(LIMIT, () -> {
            int status = Load.burst(target, 1, 1).get(0).status();
            return status == 200 ? Optional.empty() : Optional.of("status " + status);
        });
    }

    @Test
    @Order(8)
    void requestsGiveEnvoyNoOrders() {
        RawClient.Target target = RawClient.Target.of(auth.outbound(), "persona").with("x-envoy-upstream-rq-timeout-ms", "50");
        persona.application().delay(300);
        List<Load.Answer> answers = Load.burst(target, 2, 1);
        persona.application().delay(0);
        assertThat(Load.statuses(answers)).as("the document's timeout holds").containsOnlyKeys(200);
    }

    @Test
    @Order(8)
    void undeclaredCalleeIsExplained() throws IOException {
        var connection = (java.net.HttpURLConnection) auth.outbound().toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(421);
        assertThat(new String(connection.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("auth calls persona only; the Host header names none of them. Declare the call in both services'"
                        + " route documents (calls, callers).\n");
    }

    @Test
    @Order(9)
    @Covers("R2.1")
    void callerThatIsTakenOutIsRefusedAlsoOnItsOpenConnection() {
        RawClient.Target target = RawClient.Target.of(auth.outbound(), "persona");
        assertThat(Load.statuses(Load.burst(target, 3, 1))).containsOnlyKeys(200);
        mesh.live(MeshOnLoopback.document("persona").version("stable", 100, 1).callers(List.of("other")).build());
        Eventually.within(LIMIT, () -> {
            int status = Load.burst(target, 1, 1).get(0).status();
            return status == 403 ? Optional.empty() : Optional.of("status " + status + ", expected 403");
        });
        assertThat(persona.envoy().stat("http.mesh.rbac.denied")).isPositive();
    }

    @Test
    @Order(10)
    @Covers("R2.1")
    void refusalsAreInTheMetricThatAnAlarmIsOn() {
        List<String> counts = List.of("\"HandshakeFailures\":", "\"Denied\":", "\"Refused\":");
        Eventually.within(LIMIT, () -> {
            List<String> metrics = persona.written().lines().filter(line -> line.contains("\"kind\":\"metrics\"")).toList();
            return counts.stream().allMatch(count -> metrics.stream().anyMatch(line -> line.matches(".*" + count + "[1-9].*")))
                    ? Optional.empty() : Optional.of("metrics " + metrics);
        });
    }

    @Test
    @Order(10)
    @Covers(value = {"R2.5", "R5.2"}, evidence = Covers.Evidence.SIMULATED, meshBackend = "envoy")
    void bothSidecarsSendTheirSpansOfOneTraceToTheirCollectors() {
        String trace = persona.application().lastHeaders().get("Traceparent").get(0).split("-")[1];
        Eventually.within(LIMIT, () -> authsCollector.has("auth", trace) && personasCollector.has("persona", trace)
                ? Optional.empty() : Optional.of("no spans of the trace " + trace));
    }

    @Test
    @Order(10)
    void keysAreReadableByTheirOwnerOnlyAndNothingIsDeprecated() throws IOException {
        Path secret = persona.directory().resolve("identity/current/sds-svid.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret))).isEqualTo("rw-------");
        assertThat(mesh.complaints()).isEmpty();
        assertThat(persona.written()).doesNotContain("PRIVATE KEY");
    }

    private static void refused(String statistic, java.util.function.BooleanSupplier attempt) {
        String name = "listener." + PERSONA + "_" + MESH_PORT + ".ssl." + statistic;
        long before = persona.envoy().stat(name);
        assertThat(attempt.getAsBoolean()).isFalse();
        Eventually.within(LIMIT, () -> persona.envoy().stat(name) > before ? Optional.empty() : Optional.of(
                name + " did not rise: " + persona.envoy().stats("ssl")));
    }
}
