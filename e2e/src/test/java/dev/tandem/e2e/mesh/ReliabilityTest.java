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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when calls fail, or are made to fail. */
@NeedsTools(Tools.ENVOY)
class ReliabilityTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
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
            persona.application().hold().run();
        });
    }

    /** Of so many requests at once, four of which may be under way and wait. */
    private void refusesAllButFour(int requests, int connections) {
        apply(document().circuitBreaker(new CircuitBreaker(1_000, 1_000, 4, 10)));
        long before = overflow();
        List<Runnable> release = hold();
        CompletableFuture<Map<Integer, Long>> burst = burst(requests, connections);
        await(() -> overflow() - before, requests - 4, "refused of " + requests + ", four of which wait");
        release.forEach(Runnable::run);
        assertThat(burst.join()).isEqualTo(Map.of(200, 4L, 503, requests - 4L));
    }

    @Test
    @Covers("R2.4")
    void circuitBreakerOpensAtItsThresholdsAndCloses() {
        refusesAllButFour(40, 20);
        assertThat(Load.statuses(Load.burst(target, 100, 2))).containsOnlyKeys(200);
    }

    @Test
    @Covers("R2.4")
    void breakersOfRequestsAndRetriesOpenAtTheirVeryNumber() {
        refusesAllButFour(10, 10);

        apply(document().timeoutMillis(60_000).retries(new Retries(1, 25_000, 0, 0, 25, 250))
                .circuitBreaker(new CircuitBreaker(1_000, 1_000, 1_000, 2)));
        personas.forEach(persona -> persona.application().answerWith(503));
        long retried = stat("upstream_rq_retry");
        long refused = stat("upstream_rq_retry_overflow");
        long had = got();
        List<Runnable> releaseFirst = hold();
        CompletableFuture<Map<Integer, Long>> failing = burst(10, 10);
        await(() -> got() - had, 10, "requests under way at once");
        // All ten fail while no retry is answered.
        List<Runnable> releaseRetries = hold();
        releaseFirst.forEach(Runnable::run);
        await(() -> stat("upstream_rq_retry_overflow") - refused, 8, "retries refused");
        releaseRetries.forEach(Runnable::run);
        assertThat(failing.join()).isEqualTo(Map.of(503, 10L));
        assertThat(stat("upstream_rq_retry") - retried).isEqualTo(2);
        assertThat(stat("upstream_rq_retry_overflow") - refused).isEqualTo(8);
    }

    private static List<Runnable> hold() {
        return personas.stream().map(persona -> persona.application().hold()).toList();
    }

    private static CompletableFuture<Map<Integer, Long>> burst(int requests, int connections) {
        return CompletableFuture.supplyAsync(() -> Load.statuses(Load.burst(target, requests, connections)))
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static void await(LongSupplier count, long expected, String what) {
        Eventually.within(LIMIT, () -> count.getAsLong() == expected ? Optional.empty()
                : Optional.of(count.getAsLong() + " " + what + ", expected " + expected));
    }

    private static long got() {
        return personas.stream().mapToLong(persona -> persona.application().requests()).sum();
    }

    @Test
    @Covers("R2.4")
    void failingMemberIsLeftOutAndTakenBack() {
        apply(document().outlierDetection(new OutlierDetection(3, 3, 200, 2_000, 50)));
        MeshTask sick = personas.get(0);
        sick.application().answerWith(503);
        Eventually.within(LIMIT, () -> {
            Load.burst(target, 30, 3);
            long ejections = stat("outlier_detection.ejections_enforced_total");
            boolean out = stat("outlier_detection.ejections_active") == 1;
            long had = sick.application().requests();
            Map<Integer, Long> answers = Load.statuses(Load.burst(target, 60, 2));
            // It may be taken back during the burst, and left out again after three more answers: then it is looked at once more.
            boolean stayed = stat("outlier_detection.ejections_active") == 1 && stat("outlier_detection.ejections_enforced_total") == ejections;
            return out && stayed && answers.equals(Map.of(200, 60L)) && sick.application().requests() == had
                    ? Optional.empty() : Optional.of("left out: " + out + ", all the time: " + stayed + ", answers " + answers);
        });
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
        apply(document().retries(new Retries(1, 10_000, 20, 1, 25, 250)));
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
        // Another member is looked for at random, six times: a retry meets the same one once in a hundred times.
        apply(document().retries(new Retries(4, 5_000, 25, 10, 5, 50)));
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
        apply(document());
        live(document().version("canary", 0, 1).mirror(Optional.of(new Mirror("canary", 100))));
        // Nobody tries a copy again that found no connection.
        Eventually.within(LIMIT, () -> copies(1) == 1 ? Optional.empty() : Optional.of("there is no connection for copies"));
        assertThat(copies(200)).isEqualTo(200);
        apply(document().version("canary", 0, 1));
        long had = shadow.application().requests();
        Load.burst(target, 200, 4);
        assertThat(shadow.application().requests()).isEqualTo(had);
    }

    /** Sends requests, which are answered by others, and waits for their copies; returns how many came. */
    private static long copies(int requests) {
        long had = shadow.application().requests();
        List<Load.Answer> answers = Load.burst(target, requests, 4);
        assertThat(Load.statuses(answers)).containsOnlyKeys(200);
        assertThat(Load.by(answers, "persona-stable")).isEqualTo(requests);
        for (int look = 0; look < 400 && shadow.application().requests() - had < requests; look++) {
            Eventually.pause(50);
        }
        return shadow.application().requests() - had;
    }

    @Test
    void oneTaskAcceptsNoMoreThanItsRate() {
        live(document().rateLimit(Optional.of(new RateLimit(10, 10))));
        Eventually.within(LIMIT, () -> {
            Map<Integer, Long> statuses = Load.statuses(Load.burst(target, 200, 4));
            return statuses.containsKey(429) && statuses.containsKey(200) ? Optional.empty() : Optional.of("statuses " + statuses);
        });
    }

    private static RouteDocumentBuilder document() {
        return MeshOnLoopback.document("persona").version("stable", 100, 1).callers(List.of("auth"))
                .retries(NONE).outlierDetection(NEVER).circuitBreaker(WIDE);
    }

    /** Puts it live, and lets the caller's Envoy connect to every member: a connection has a second, and is not tried again. */
    private static void apply(RouteDocumentBuilder builder) {
        live(builder);
        Eventually.within(LIMIT, () -> {
            List<Load.Answer> answers = Load.burst(target, 30, 3);
            boolean all = personas.stream().allMatch(persona -> Load.by(answers, "persona-stable@" + persona.address()) > 0);
            return all && Load.statuses(answers).equals(Map.of(200, 30L)) ? Optional.empty() : Optional.of("answers " + Load.statuses(answers));
        });
    }

    /** Puts it live and waits until all four Envoys have it. */
    private static void live(RouteDocumentBuilder builder) {
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
