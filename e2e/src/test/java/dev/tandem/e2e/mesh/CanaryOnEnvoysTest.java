package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.routes.TandemCommand;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.CircuitBreaker;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ecs.EcsClient;

/**
 * The operator's command takes a canary through its shares while requests go through real Envoys. What the canary's Envoy
 * writes into its access log is put into CloudWatch Logs (simulated) as the log driver does, and the gates read it there.
 */
@NeedsTools({Tools.ENVOY, Tools.MOTO})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryOnEnvoysTest {

    private static final int PER_SECOND = 300;

    @TempDir
    private static Path directory;

    private static MeshOnMoto aws;
    private static MeshTask canary;
    private static MeshTask caller;
    private static LogShipper shipper;
    private static RawClient.Target target;
    private static TandemCommand tandem;

    @BeforeAll
    static void start() {
        aws = new MeshOnMoto(directory, 5);
        tandem = new TandemCommand(aws.endpoint());
        MeshOnLoopback mesh = aws.mesh();
        mesh.dns().set("persona-stable.svc.local", "127.0.87.1");
        mesh.dns().set("persona-canary.svc.local", "127.0.87.2");
        aws.publish(persona());
        aws.publish(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
        aws.start("persona", "stable", "127.0.87.1");
        canary = aws.start("persona", "canary", "127.0.87.2");
        caller = aws.start("auth", "stable", "127.0.87.8");
        mesh.awaitReady();
        target = RawClient.Target.of(caller.outbound(), "persona");
        shipper = new LogShipper(aws.logs(), "/tandem/test/persona", canary);
        aws.logs().createLogGroup(g -> g.logGroupName("/tandem/test/operations"));
        try (EcsClient ecs = aws.client(EcsClient.builder())) {
            ecs.createCluster(c -> c.clusterName("tandem-test"));
            ecs.registerTaskDefinition(t -> t.family("persona").containerDefinitions(c -> c.name("app").image("persona").memory(64)));
            for (String version : List.of("stable", "canary")) {
                ecs.createService(s -> s.cluster("tandem-test").serviceName("persona-" + version).taskDefinition("persona").desiredCount(0));
                ecs.updateService(s -> s.cluster("tandem-test").service("persona-" + version).desiredCount(1));
            }
        }
    }

    @AfterAll
    static void stop() {
        if (shipper != null) {
            shipper.close();
        }
        if (aws != null) {
            aws.close();
        }
    }

    /**
     * With the retries that every service has: on a machine with much other work a connection may take longer than its second,
     * and what waits for it is tried again. An answer of the application, also a failed one, is not.
     */
    private static RouteDocument persona() {
        return MeshOnLoopback.document("persona")
                .version("stable", 100, 1)
                .version("canary", 0, 0)
                .callers(List.of("auth"))
                .circuitBreaker(new CircuitBreaker(1_000, 1_000, 1_000, 100))
                .build();
    }

    private static int share() {
        return aws.store().live("persona").orElseThrow().document().version("canary").map(ServiceVersion::weight).orElse(0);
    }

    /** Its limits of time are far beyond what a stalled machine takes: what is red here fails. */
    private static Process run(String soak) {
        return tandem.start("canary", "run", "persona", "--environment", "test", "--region", MeshOnMoto.REGION, "--yes", "--soak", soak,
                "--min-requests", "20", "--p95", "20000", "--p99", "40000", "--json");
    }

    @Test
    @Order(1)
    @Covers(value = {"R6.4", "R10.5", "R6.5"}, evidence = Evidence.SIMULATED, meshBackend = "envoy")
    void oneThatTurnsRedAt25PercentTakesItselfBack() {
        try (Load load = new Load(target, PER_SECOND, 12)) {
            // Longer than the ten seconds after which Envoy writes what it has of its access log.
            Process command = run("15s");
            while (command.isAlive() && share() != 25) {
                dev.tandem.e2e.envoy.Eventually.pause(50);
            }
            canary.application().answerWith(500);
            TandemCommand.Result result = TandemCommand.finish(command);
            String said = result.out();
            canary.application().answerWith(200);
            assertThat(result.code()).as(said).isEqualTo(4);
            assertThat(said).contains("\"outcome\" : \"taken-back\"").contains("taking it back: ").contains(" % errors (limit 1.00)")
                    .doesNotContain("50 %, watched");
            assertThat(aws.store().live("persona").orElseThrow().document()).isEqualTo(persona());
            aws.mesh().awaitLive("persona", aws.store().live("persona").orElseThrow().version());
            List<Load.Answer> answers = load.finish();
            List<Load.Answer> failed = answers.stream().filter(answer -> answer.status() != 200).toList();
            assertThat(failed).as(Load.statuses(answers) + " " + caller.unanswered() + canary.unanswered()).isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.by()).startsWith("persona-canary"));
            assertThat(Load.statuses(Load.burst(target, 300, 4))).containsOnlyKeys(200);
            Figures.say(answers.size() + " requests at " + PER_SECOND + "/s, " + failed.size() + " failed, all in the canary's share");
        }
    }

    @Test
    @Order(2)
    @Covers(value = {"R2.3", "R6.3"}, evidence = Evidence.SIMULATED, meshBackend = "envoy")
    void aGoodOneGoesFromFivePercentToAllWithoutAFailedRequest() {
        try (Load load = new Load(target, PER_SECOND, 12)) {
            TandemCommand.Result result = TandemCommand.finish(run("6s"));
            String said = result.out();
            assertThat(result.code()).as(said).isZero();
            assertThat(said).contains("\"outcome\" : \"promoted\"").contains("5 %, green").contains("25 %, green").contains("50 %, green");
            aws.mesh().awaitLive("persona", aws.store().live("persona").orElseThrow().version());
            assertThat(Load.by(Load.burst(target, 200, 4), "persona-canary")).isEqualTo(200);
            List<Load.Answer> answers = load.finish();
            assertThat(Load.statuses(answers)).as(said + caller.unanswered() + canary.unanswered()).containsOnlyKeys(200);
            Figures.say("a canary of 5, 25, 50, 100 %: no failed request of " + answers.size());
        }
        assertThat(share()).isEqualTo(100);
        assertThat(aws.mesh().complaints()).isEmpty();
    }
}
