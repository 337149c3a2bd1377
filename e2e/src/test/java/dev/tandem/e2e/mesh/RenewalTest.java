package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.Intruder;
import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.envoy.TestCa;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.identity.Lifetimes;
import dev.tandem.mesh.identity.issue.IssueRequest;
import dev.tandem.requirements.Covers;
import java.nio.file.Path;
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

/**
 * Identities from the real issuer (KMS and parameters are simulated) are renewed by real agents in real Envoys while requests go
 * on. The agents' clocks run 200 times faster, so that a poll of ten minutes takes three seconds, and the identities' 2,880 times,
 * so that a day is thirty; or as {@link Clocks} is told.
 */
@NeedsTools({Tools.ENVOY, Tools.MOTO})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RenewalTest {

    private static final double FACTOR = Clocks.factor(200);
    private static final double LIFE_FACTOR = Clocks.lifeFactor(2_880);
    private static final Duration LIMIT = Clocks.limit(FACTOR);
    private static final Duration LIFE = Clocks.scaled(Lifetimes.SVID, LIFE_FACTOR);
    private static final Duration HOUR = Clocks.scaled(Lifetimes.ISSUER_INTERVAL, LIFE_FACTOR);
    private static final String PERSONA = "127.0.82.1";
    private static final int PER_SECOND = 200;

    @TempDir
    private static Path directory;

    private static MeshOnMoto aws;
    private static IssuerOnMoto issuer;
    private static MeshTask persona;
    private static MeshTask auth;
    private static RawClient.Target target;

    @BeforeAll
    static void start() {
        aws = new MeshOnMoto(directory, FACTOR);
        issuer = new IssuerOnMoto(aws, List.of("auth", "persona"));
        issuer.run(IssueRequest.due("schedule"), Lifetimes.SVID, Duration.ZERO);
        aws.mesh().dns().set("persona-stable.svc.local", PERSONA);
        aws.publish(MeshOnLoopback.document("persona").version("stable", 100, 1).callers(List.of("auth")).build());
        aws.publish(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
        persona = aws.join("persona", "stable", PERSONA, Map.of());
        auth = aws.join("auth", "stable", "127.0.82.2", Map.of());
        aws.mesh().awaitReady();
        target = RawClient.Target.of(auth.outbound(), "persona");
    }

    @AfterAll
    static void stop() {
        if (aws != null) {
            aws.close();
        }
    }

    /** By an issuer whose clock is five minutes ahead of the tasks', then five minutes behind. */
    @Test
    @Order(1)
    @Covers(value = "R2.2", evidence = Covers.Evidence.SIMULATED, meshBackend = "envoy")
    void renewalUnderLoadFailsNoRequestAlsoWhenClocksDiffer() {
        try (Load load = Load.counting(target, PER_SECOND, 8)) {
            for (Duration ahead : List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5))) {
                String before = serials(persona);
                String beforeAtCaller = serials(auth);
                issuer.run(IssueRequest.of("test", "auth", "persona"), Lifetimes.SVID, ahead);
                Eventually.within(LIMIT, () -> !serials(persona).equals(before) && !serials(auth).equals(beforeAtCaller)
                        ? Optional.empty() : Optional.of("Envoy still has " + before));
                assertThat(Intruder.served(PERSONA, 9443, Optional.of(aws.identity("auth")))).isTrue();
            }
            load.close();
            assertThat(load.statuses()).containsOnlyKeys(200);
            Figures.say("renewals by an issuer whose clock is five minutes off, at 200/s: " + load.statuses());
        }
        assertThat(aws.mesh().complaints()).isEmpty();
    }

    /** From the issue of identities until they have ended, with an issuer that runs each hour. */
    @Test
    @Order(2)
    @Covers(value = "R2.2", evidence = Covers.Evidence.SIMULATED, meshBackend = "envoy")
    void servicesOutliveTheirCertificatesWithoutPeople() {
        issuer.run(IssueRequest.of("test", "auth", "persona"), LIFE, Duration.ZERO);
        TestCa.Issued first = aws.identity("auth");
        Instant end = Instant.now().plus(LIFE);
        String memory = memory();
        int records = issuer.audit().size();
        try (Load load = Load.counting(target, PER_SECOND, 8)) {
            while (Instant.now().isBefore(end.plusSeconds(1))) {
                Eventually.pause(Math.min(HOUR.toMillis(), 60_000));
                assertThat(issuer.run(IssueRequest.due("schedule"), LIFE, Duration.ZERO).failures()).isEmpty();
            }
            assertThat(Intruder.served(PERSONA, 9443, Optional.of(first))).as("the first has ended").isFalse();
            assertThat(Intruder.served(PERSONA, 9443, Optional.of(aws.identity("auth")))).as("the renewed one").isTrue();
            load.close();
            assertThat(load.statuses()).containsOnlyKeys(200);
            Figures.say(String.format("a life of identities, %d s (24 h, %.0f times faster), at 200/s: answers %s, %d renewals; %s before, %s"
                    + " after", LIFE.toSeconds(), LIFE_FACTOR, load.statuses(), issuer.audit().size() - records, memory, memory()));
        }
        assertThat(issuer.audit().subList(records, issuer.audit().size())).hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(entry -> assertThat(entry.reason()).contains("past half of its life"));
        assertThat(aws.mesh().complaints()).isEmpty();
    }

    private static String memory() {
        return "Envoy " + auth.memory("--reject-unknown-dynamic-fields", "VmRSS").orElse(0L) + " MiB and agent "
                + auth.memory("jvm.options", "VmRSS").orElse(0L) + " MiB";
    }

    private static String serials(MeshTask task) {
        return task.envoy().page("/certs").lines().filter(line -> line.contains("serial_number")).toList().toString();
    }
}
