package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.EdgeClient;
import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a task ends: in an orderly way when it is told to, at once when its application is dead. And its edge. */
@NeedsTools(Tools.ENVOY)
class LeavingTest {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String STRANGERS = "11111111111111111111111111111111";

    @TempDir
    private Path directory;

    @Test
    void edgeServesStopDrainsAndDeathEndsTheContainer() {
        try (MeshOnLoopback mesh = new MeshOnLoopback(directory, 4)) {
            mesh.dns().set("persona-stable.svc.local", "127.0.86.1", "127.0.86.2");
            mesh.live(MeshOnLoopback.document("persona").path(Optional.of("/api/persona"))
                    .version("stable", 100, 1).callers(List.of("auth")).build());
            mesh.live(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
            Map<String, String> traced = Map.of("TANDEM_TRACE_PERCENT", "100");
            MeshTask leaver = mesh.start("persona", "stable", "127.0.86.1", traced);
            MeshTask stayer = mesh.start("persona", "stable", "127.0.86.2", traced);
            MeshTask auth = mesh.start("auth", "stable", "127.0.86.9");
            mesh.awaitReady();
            edgeIsWeightedButItsHealthIsItsOwn(leaver, stayer);
            oneTraceFromTheLoadBalancerToTheService(List.of(leaver, stayer));
            leavesWithoutAFailedRequest(mesh, leaver, auth);
            stayer.application().close();
            Eventually.within(LIMIT, () -> stayer.process().isAlive() ? Optional.of("the container goes on") : Optional.empty());
            assertThat(stayer.process().exitValue()).isEqualTo(70);
            assertThat(stayer.written()).contains("the application does not answer: the task ends");
        }
    }

    private static void edgeIsWeightedButItsHealthIsItsOwn(MeshTask one, MeshTask other) {
        Set<String> answered = new HashSet<>();
        Eventually.within(LIMIT, () -> {
            EdgeClient.Answer answer = EdgeClient.get(one.address(), 8443, "/api/persona/x");
            answered.add(answer.by());
            return answered.size() >= 2 && answer.status() == 200 ? Optional.empty() : Optional.of("only " + answered + " " + answer);
        });
        long elsewhere = other.application().healthChecks();
        for (int i = 0; i < 20; i++) {
            assertThat(EdgeClient.get(one.address(), 8443, "/healthz").by()).endsWith("@" + one.address());
        }
        assertThat(other.application().healthChecks() - elsewhere).as("its agent looks now and then").isLessThan(20);
    }

    private static void oneTraceFromTheLoadBalancerToTheService(List<MeshTask> tasks) {
        assertThat(traceparent(tasks, "Self=1-67891234-12456789abcdef012345678a;Root=1-67891233-01cdef012345678912345678"))
                .matches("00-6789123301cdef012345678912345678-(?!2345678912345678)[0-9a-f]{16}-01");
        assertThat(traceparent(tasks, "Root=1-67891233-01cdef01234567891234567a;Parent=53995c3f42cd8ad8;Sampled=0"))
                .matches("00-6789123301cdef01234567891234567a-(?!53995c3f42cd8ad8)[0-9a-f]{16}-00");
        assertThat(traceparent(tasks, "Root=1-not-an-id;Sampled=1")).as("a trace of its own")
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01").doesNotContain(STRANGERS);
        for (String listener : List.of("edge", "mesh")) {
            Eventually.within(LIMIT, () -> tasks.stream().flatMap(task -> task.written().lines())
                    .anyMatch(line -> line.contains("\"listener\":\"" + listener + "\"")
                            && line.contains("\"traceId\":\"6789123301cdef012345678912345678\""))
                    ? Optional.empty() : Optional.of("no line of the listener " + listener + " has the trace: " + tasks.get(0).written()));
        }
    }

    /** What the service got of a request whose caller sent a trace of its own, which the edge replaces. */
    private static String traceparent(List<MeshTask> tasks, String fromLoadBalancer) {
        String by = EdgeClient.get(tasks.get(0).address(), 8443, "/api/persona/x", Map.of("X-Amzn-Trace-Id", fromLoadBalancer,
                "traceparent", "00-" + STRANGERS + "-2222222222222222-01", "tracestate", "stranger=1")).by();
        Map<String, List<String>> got = tasks.stream().filter(task -> by.endsWith("@" + task.address())).findFirst().orElseThrow()
                .application().lastHeaders();
        assertThat(got.get("X-amzn-trace-id")).containsExactly(fromLoadBalancer);
        assertThat(got.getOrDefault("Tracestate", List.of(""))).containsExactly("");
        return got.get("Traceparent").get(0);
    }

    private static void leavesWithoutAFailedRequest(MeshOnLoopback mesh, MeshTask leaver, MeshTask auth) {
        try (Load load = new Load(RawClient.Target.of(auth.outbound(), "persona"), 200, 8)) {
            // ECS takes a task out of Cloud Map when it begins to stop it.
            mesh.dns().set("persona-stable.svc.local", "127.0.86.2");
            leaver.process().destroy();
            Eventually.within(LIMIT, () -> {
                int status = EdgeClient.get(leaver.address(), 8443, "/healthz").status();
                return status == 503 ? Optional.empty() : Optional.of("its health path answers " + status);
            });
            Eventually.within(LIMIT, () -> leaver.process().isAlive() ? Optional.of("it does not end:\n" + leaver.written()) : Optional.empty());
            assertThat(leaver.process().exitValue()).isZero();
            assertThat(Load.statuses(load.finish())).isEqualTo(Map.of(200, (long) load.sent()));
        }
    }
}
