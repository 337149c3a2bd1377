package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other region's tasks, as that region's function writes them and as this region's agents and Envoys use them. */
@NeedsTools({Tools.ENVOY, Tools.MOTO})
class MembersTest {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String NEAR = "persona-stable@127.0.95.1";
    private static final String FAR = "persona-stable@127.0.96.1";
    private static final String FARTHER = "persona-stable@127.0.96.2";

    @TempDir
    private Path directory;

    private MeshOnMoto aws;
    private EndpointFunction function;

    @BeforeEach
    void start() {
        aws = new MeshOnMoto(directory, 10);
        function = new EndpointFunction(aws);
    }

    @AfterEach
    void end() {
        aws.close();
    }

    @Test
    @Covers(value = {"R4.3", "R4.5"}, evidence = Covers.Evidence.SIMULATED, meshBackend = "envoy")
    void callsGoWhereTheTableSaysAndOnWithoutTheTable() {
        function.write("persona-stable", "127.0.96.1");
        aws.mesh().dns().set("persona-stable.svc.local", "127.0.95.1");
        aws.publish(MeshOnLoopback.document("persona").version("stable", 100, 1).callers(List.of("auth")).build());
        aws.publish(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
        aws.start("persona", "stable", "127.0.95.1");
        aws.start("persona", "stable", "127.0.96.1");
        aws.start("persona", "stable", "127.0.96.2");
        MeshTask auth = aws.start("auth", "stable", "127.0.95.9", Map.of(
                "TANDEM_OTHER_REGION", EndpointFunction.REGION, "TANDEM_REMOTE_MEMBERS", EndpointFunction.TABLE));
        aws.mesh().awaitReady();
        RawClient.Target target = RawClient.Target.of(auth.outbound(), "persona");
        awaitAnswersOf(target, NEAR);

        aws.mesh().dns().set("persona-stable.svc.local");
        awaitAnswersOf(target, FAR);
        function.write("persona-stable", "127.0.96.2");
        awaitAnswersOf(target, FARTHER);
        auth.awaitStatus("\"RemoteMembersAgeSeconds\":", "\"StalenessPercent\":");

        function.garbage("persona-stable");
        await(() -> auth.status().contains("\"members of the other region\":\"persona-stable stays as it is"), auth);
        aws.cutAws();
        await(() -> auth.status().contains("they stay as they are: dynamodb:BatchGetItem on table " + EndpointFunction.TABLE), auth);
        ProcessHandle agent = auth.child("jvm.options").orElseThrow();
        agent.destroyForcibly();
        await(() -> auth.child("jvm.options").filter(child -> child.pid() != agent.pid()).isPresent(), auth);
        await(() -> auth.status().contains("\"ready\":true"), auth);
        assertThat(Load.by(Load.burst(target, 200, 4), FARTHER)).as("from the disk").isEqualTo(200);
        assertThat(aws.mesh().complaints()).isEmpty();
    }

    private static void await(java.util.function.BooleanSupplier holds, MeshTask task) {
        Eventually.within(LIMIT, () -> holds.getAsBoolean() ? Optional.empty() : Optional.of(task + " says " + task.status()));
    }

    private static void awaitAnswersOf(RawClient.Target target, String name) {
        Eventually.within(LIMIT, () -> {
            List<Load.Answer> answers = Load.burst(target, 40, 4);
            return Load.by(answers, name) == 40 ? Optional.empty()
                    : Optional.of(Load.statuses(answers) + ", " + Load.by(answers, name) + " of 40 by " + name);
        });
    }
}
