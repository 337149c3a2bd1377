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
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.Pin;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.requirements.Covers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A canary from 5 percent to all and back, by documents in DynamoDB (simulated), at the pace of production. */
@NeedsTools({Tools.ENVOY, Tools.MOTO})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryTest {

    private static final int REQUESTS = 20_000;
    private static final int PER_SECOND = 500;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    private static Path directory;

    private static MeshOnMoto aws;
    private static MeshTask canary;
    private static List<MeshTask> callers;
    private static RawClient.Target target;

    @BeforeAll
    static void start() {
        aws = new MeshOnMoto(directory, 1);
        MeshOnLoopback mesh = aws.mesh();
        mesh.dns().set("persona-stable.svc.local", "127.0.83.1");
        mesh.dns().set("persona-canary.svc.local", "127.0.83.2");
        aws.publish(weights(100, 0));
        aws.publish(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
        aws.start("persona", "stable", "127.0.83.1");
        canary = aws.start("persona", "canary", "127.0.83.2");
        callers = List.of(aws.start("auth", "stable", "127.0.83.8"), aws.start("auth", "stable", "127.0.83.9"));
        mesh.awaitReady();
        target = RawClient.Target.of(callers.get(0).outbound(), "persona");
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    @Order(1)
    @Covers(value = {"R2.3", "R4.5"}, evidence = Covers.Evidence.SIMULATED)
    void fivePercentAreFivePercent() {
        change("canary at 5 %", weights(95, 5));
        Shares.expect("share of a canary at 5 %", REQUESTS, 0.05, () -> {
            List<Load.Answer> answers = Load.burst(target, REQUESTS, 16);
            assertThat(Load.statuses(answers)).containsOnlyKeys(200);
            return Load.by(answers, "persona-canary");
        });
    }

    @Test
    @Order(2)
    @Covers(value = "R2.3", evidence = Covers.Evidence.SIMULATED)
    void testersArePinned() {
        List<Load.Answer> byHeader = Load.burst(target.with("x-tester", "1"), 300, 4);
        assertThat(Load.by(byHeader, "persona-canary")).isEqualTo(300);
        List<Load.Answer> byCookie = Load.burst(target.with("cookie", "a=b; tester=yes; c=d"), 300, 4);
        assertThat(Load.by(byCookie, "persona-canary")).isEqualTo(300);
        assertThat(Load.by(Load.burst(target.with("cookie", "tester=yesterday"), 300, 4), "persona-stable")).isPositive();
    }

    @Test
    @Order(3)
    @Covers(value = {"R6.4", "R11.3"}, evidence = Covers.Evidence.SIMULATED)
    void stepsAndRollbackFailNoRequest() {
        try (Load first = new Load(target, PER_SECOND / 2, 12);
                Load second = new Load(RawClient.Target.of(callers.get(1).outbound(), "persona"), PER_SECOND / 2, 12)) {
            LiveRoute small = aws.store().live("persona").orElseThrow();
            change("canary at 50 %", weights(50, 50));
            LiveRoute all = change("canary at 100 %", weights(0, 100));
            int sent = first.sent();
            assertThat(Load.by(Load.burst(target, 200, 4), "persona-canary")).isEqualTo(200);
            long start = System.nanoTime();
            aws.store().rollback("persona", small, all.version(), "test", "too many errors");
            aws.mesh().awaitLive("persona", small.version());
            recorded("rollback to 5 %", start);
            change("canary at 0 %", weights(100, 0));
            Eventually.within(LIMIT, () -> {
                // What was on its way to the canary may be counted late.
                long had = canary.application().requests();
                assertThat(Load.by(Load.burst(target, 200, 4), "persona-stable")).isEqualTo(200);
                long more = canary.application().requests() - had;
                return more == 0 ? Optional.empty() : Optional.of(more + " requests for a canary of 0 %");
            });
            assertThat(first.sent()).isGreaterThan(sent);
            List<Load.Answer> answers = new ArrayList<>(first.finish());
            answers.addAll(second.finish());
            assertThat(Load.statuses(answers)).containsOnlyKeys(200);
            Figures.say("no failed request of " + answers.size() + " at " + PER_SECOND + "/s during four changes");
        }
        assertThat(aws.mesh().complaints()).isEmpty();
    }

    @Test
    @Order(4)
    @Covers(value = "R2.3", evidence = Covers.Evidence.SIMULATED)
    void versionWithoutMembersGetsNoShareAndWaits() {
        long before = aws.store().live("persona").orElseThrow().version();
        LiveRoute beta = aws.publish(weights(100, 0).toBuilder().version("stable", 95, 1).version("beta", 5, 1).build());
        assertThat(beta.version()).isGreaterThan(before);
        List<Load.Answer> answers = Load.burst(target, 2_000, 4);
        assertThat(Load.statuses(answers)).containsOnlyKeys(200);
        aws.mesh().dns().set("persona-beta.svc.local", "127.0.83.2");
        aws.mesh().awaitLive("persona", beta.version());
        assertThat(Load.by(Load.burst(target, 2_000, 4), "persona-canary")).isPositive();
    }

    private static LiveRoute change(String what, RouteDocument document) {
        long start = System.nanoTime();
        LiveRoute live = aws.publish(document);
        aws.mesh().awaitLive("persona", live.version());
        recorded(what, start);
        return live;
    }

    private static void recorded(String what, long start) {
        Figures.say(String.format("%s: from the write of the pointer until all Envoys had it: %.1f s (poll 5 s)", what,
                (System.nanoTime() - start) / 1e9));
    }

    private static RouteDocument weights(int stable, int canary) {
        return MeshOnLoopback.document("persona")
                .version("stable", stable, 1)
                .version("canary", canary, 1)
                .callers(List.of("auth"))
                .circuitBreaker(new CircuitBreaker(1_000, 1_000, 1_000, 100))
                .pins(List.of(new Pin(Pin.By.HEADER, "x-tester", "1", "canary"), new Pin(Pin.By.COOKIE, "tester", "yes", "canary")))
                .build();
    }
}
