package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.CircuitBreaker;
import dev.tandem.mesh.route.Fault;
import dev.tandem.mesh.route.Mirror;
import dev.tandem.mesh.route.OutlierDetection;
import dev.tandem.mesh.route.RateLimit;
import dev.tandem.mesh.route.Retries;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteDocumentBuilder;
import dev.tandem.requirements.Covers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when calls fail, or are made to fail. */
@NeedsTools(Tools.ENVOY)
class ReliabilityTest {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Retries NONE = new Retries(0, 1_000, 20, 3, 25, 250);
    private static final OutlierDetection NEVER = new OutlierDetection(1_000, 1_000, 1_000, 1_000, 50);
    private static final CircuitBreaker WIDE = new CircuitBreaker(1_000, 1_000, 1_000, 1_000);

    @TempDir
    private static Path directory;

    private static MeshOnLoopback mesh;
    private static List<MeshTask> personas;
    private static MeshTask shadow;
    private static MeshTask auth;
    private static RawClient.Target target;

    @BeforeAll
    static void start() {
        mesh = new MeshOnLoopback(directory, 10);
        mesh.dns().set("persona-stable.svc.local", "127.0.81.1", "127.0.81.2", "127.0.81.3");
        mesh.dns().set("persona-canary.svc.local", "127.0.81.4");
        mesh.live(document().build());
        mesh.live(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
        personas = List.of(mesh.start("persona", "stable", "127.0.81.1"), mesh.start("persona", "stable", "127.0.81.2"),
                mesh.start("persona", "stable", "127.0.81.3"));
        shadow = mesh.start("persona", "canary", "127.0.81.4");
        auth = mesh.start("auth", "stable", "127.0.81.9");
        mesh.awaitReady();
        target = RawClient.Target.of(auth.outbound(), "persona");
    }

    @AfterAll
    static void stop() {
        mesh.close();
    }

    @BeforeEach
    void allWell() {
        personas.forEach(persona -> {
            persona.application().answerWith(200);
            persona.application().delay(0);
        });
    }

    @Test
    @Covers("R2.4")
    void circuitBreakerOpensAtItsThresholdsAndCloses() {
        apply(document().circuitBreaker(new CircuitBreaker(1_000, 1_000, 4, 10)));
        personas.forEach(persona -> persona.application().delay(400));
        long before = overflow();
        List<Load.Answer> answers = Load.burst(target, 40, 20);
        long served = Load.statuses(answers).getOrDefault(200, 0L);
        assertThat(Load.statuses(answers)).containsOnlyKeys(200, 503);
        assertThat(overflow() - before).isEqualTo(40 - served).isPositive();
        personas.forEach(persona -> persona.application().delay(0));
        assertThat(Load.statuses(Load.burst(target, 100, 2))).containsOnlyKeys(200);
    }

    @Test
    @Covers("R2.4")
    void breakersOfRequestsAndRetriesOpenAtTheirVeryNumber() {
        apply(document().circuitBreaker(new CircuitBreaker(1_000, 1_000, 4, 10)));
        slow();
        assertThat(Load.statuses(Load.burst(target, 10, 10))).isEqualTo(Map.of(200, 4L, 503, 6L));

        apply(document().timeoutMillis(12_000).retries(new Retries(1, 4_000, 0, 0, 25, 250))
                .circuitBreaker(new CircuitBreaker(1_000, 1_000, 1_000, 2)));
        personas.forEach(persona -> persona.application().answerWith(503));
        long retried = stat("upstream_rq_retry");
        long refused = stat("upstream_rq_retry_overflow");
        Load.burst(target, 10, 10);
        assertThat(stat("upstream_rq_retry") - retried).isEqualTo(2);
        assertThat(stat("upstream_rq_retry_overflow") - refused).isEqualTo(8);
    }

    /** Ten requests at once are under way at once, also on a busy machine. */
    private static void slow() {
        personas.forEach(persona -> persona.application().delay(1_200));
    }

    @Test
    @Covers("R2.4")
    void failingMemberIsLeftOutAndTakenBack() {
        apply(document().outlierDetection(new OutlierDetection(3, 3, 200, 2_000, 50)));
        MeshTask sick = personas.get(0);
        sick.application().answerWith(503);
        Eventually.within(LIMIT, () -> {
            Load.burst(target, 30, 3);
            return stat("outlier_detection.ejections_active") == 1 ? Optional.empty() : Optional.of("nobody is left out");
        });
        long had = sick.application().requests();
        List<Load.Answer> answers = Load.burst(target, 60, 2);
        // It may be taken back during the burst; then it is left out again after three more answers.
        assertThat(Load.statuses(answers).getOrDefault(503, 0L)).isEqualTo(sick.application().requests() - had).isLessThanOrEqualTo(6);
        sick.application().answerWith(200);
        long until = sick.application().requests();
        Eventually.within(LIMIT, () -> {
            Load.burst(target, 10, 2);
            return stat("outlier_detection.ejections_active") == 0 && sick.application().requests() > until
                    ? Optional.empty() : Optional.of("it is not taken back");
        });
        assertThat(Load.statuses(Load.burst(target, 60, 2))).containsOnlyKeys(200);
    }

    @Test
    @Covers("R2.4")
    void retriesStayWithinTheirBudgetWhileAVersionFails() {
        apply(document().retries(new Retries(1, 800, 20, 1, 25, 250)));
        personas.forEach(persona -> {
            persona.application().answerWith(503);
            persona.application().delay(30);
        });
        long retries = stat("upstream_rq_retry");
        long refused = stat("upstream_rq_retry_overflow");
        int requests = 1_200;
        Load.burst(target, requests, 30);
        long retried = stat("upstream_rq_retry") - retries;
        Figures.say("retries of " + requests + " failing requests, budget 20 %: " + retried);
        assertThat(stat("upstream_rq_retry_overflow") - refused).isPositive();
        assertThat(retried).isPositive().isLessThan(requests * 30 / 100);
    }

    @Test
    @Covers("R2.4")
    void aRetryHidesAFailingMember() {
        apply(document().retries(new Retries(2, 300, 25, 10, 5, 50)));
        personas.get(1).application().answerWith(503);
        assertThat(Load.statuses(Load.burst(target, 200, 2))).containsOnlyKeys(200);
    }

    @Test
    @Covers("R10.3")
    void faultsHitTheirShareAndOnlyWhatIsGated() {
        apply(document().fault(Optional.of(new Fault(Optional.of(new Fault.Delay(20, 50)), Optional.of(new Fault.Abort(418, 20)),
                Optional.of(new Fault.HeaderGate("x-chaos", "on"))))));
        RawClient.Target gated = target.with("x-chaos", "on");
        Eventually.within(LIMIT, () -> Load.statuses(Load.burst(gated, 100, 4)).containsKey(418) ? Optional.empty() : Optional.of("no fault yet"));
        int requests = 2_000;
        Shares.expect("aborted of gated requests at 20 %", requests, 0.20, () ->
                Load.statuses(Load.burst(gated, requests, 16)).getOrDefault(418, 0L));
        String delays = "http.outbound.fault.delays_injected";
        Shares.expect("delayed of gated requests at 50 %", requests, 0.50, () -> {
            long before = auth.envoy().stat(delays);
            Load.burst(gated, requests, 16);
            return auth.envoy().stat(delays) - before;
        });
        long delayed = auth.envoy().stat(delays);
        assertThat(Load.statuses(Load.burst(target, 500, 4))).containsOnlyKeys(200);
        assertThat(Load.statuses(Load.burst(target.with("x-chaos", "off"), 500, 4))).containsOnlyKeys(200);
        assertThat(auth.envoy().stat(delays)).isEqualTo(delayed);
    }

    @Test
    void aMirrorGetsACopyOfEachRequestAndNobodyItsAnswers() {
        shadow.application().answerWith(500);
        apply(document().version("canary", 0, 1).mirror(Optional.of(new Mirror("canary", 100))));
        int requests = 200;
        List<Load.Answer> answers = Load.burst(target, requests, 4);
        assertThat(Load.statuses(answers)).containsOnlyKeys(200);
        assertThat(Load.by(answers, "persona-stable")).isEqualTo(requests);
        Eventually.within(LIMIT, () -> shadow.application().requests() == requests
                ? Optional.empty() : Optional.of(shadow.application().requests() + " copies of " + requests));
        apply(document().version("canary", 0, 1));
        long had = shadow.application().requests();
        Load.burst(target, requests, 4);
        assertThat(shadow.application().requests()).isEqualTo(had);
    }

    @Test
    void oneTaskAcceptsNoMoreThanItsRate() {
        apply(document().rateLimit(Optional.of(new RateLimit(10, 10))));
        Eventually.within(LIMIT, () -> {
            Map<Integer, Long> statuses = Load.statuses(Load.burst(target, 200, 4));
            return statuses.containsKey(429) && statuses.containsKey(200) ? Optional.empty() : Optional.of("statuses " + statuses);
        });
    }

    private static RouteDocumentBuilder document() {
        return MeshOnLoopback.document("persona").version("stable", 100, 1).callers(List.of("auth"))
                .retries(NONE).outlierDetection(NEVER).circuitBreaker(WIDE);
    }

    /** Puts it live and waits until all four Envoys have it. */
    private static void apply(RouteDocumentBuilder builder) {
        RouteDocument document = builder.build();
        mesh.live(document);
        long version = mesh.routes().resolve("persona.json").toFile().lastModified();
        mesh.awaitLive("persona", version);
    }

    /** Requests that found the breaker open, whichever of its limits it was. */
    private static long overflow() {
        return auth.envoy().stats("^cluster.persona-stable.upstream_(rq_pending|rq_active|cx)_overflow$").values().stream()
                .mapToLong(Long::longValue).sum();
    }

    private static long stat(String name) {
        return auth.envoy().stat("cluster.persona-stable." + name);
    }
}
