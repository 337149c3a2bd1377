package dev.tandem.e2e.mesh;

import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.PlainEnvoys;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures; asserts nothing. Its name does not end in Test: {@code bench/mesh} runs it. */
@NeedsTools(Tools.ENVOY)
class MeshBench {

    private static final int PER_SECOND = Integer.getInteger("mesh.rate", 500);
    private static final int REQUESTS = Integer.getInteger("mesh.requests", 10_000);
    private static final int ROUTES = 500;
    private static final int BURST = 30_000;
    private static final CircuitBreaker WIDE = new CircuitBreaker(1_000, 1_000, 1_000, 100);

    @TempDir
    private Path directory;

    @Test
    void latencyAndMemory() throws IOException {
        try (MeshOnLoopback mesh = new MeshOnLoopback(directory, 1)) {
            mesh.dns().set("persona-stable.svc.local", "127.0.90.1");
            List<String> calls = new ArrayList<>(List.of("persona"));
            for (int i = 1; i < ROUTES; i++) {
                calls.add("s" + i);
                mesh.dns().set("s" + i + "-stable.svc.local", "127.0.90.1");
                mesh.live(document("s" + i).build());
            }
            mesh.live(document("persona").build());
            mesh.live(document("auth").calls(calls).callers(List.of()).build());
            MeshTask persona = mesh.start("persona", "stable", "127.0.90.1");
            long start = System.nanoTime();
            MeshTask auth = mesh.start("auth", "stable", "127.0.90.2");
            mesh.awaitReady();
            Figures.say(String.format("agent and Envoy with %d routes, start to ready: %.1f s", ROUTES, (System.nanoTime() - start) / 1e9));
            try (PlainEnvoys plain = new PlainEnvoys(directory.resolve("plain"), "127.0.90.1", 8080)) {
                RawClient.Target direct = RawClient.Target.of(URI.create("http://127.0.90.1:8080"), "persona");
                RawClient.Target through = RawClient.Target.of(auth.outbound(), "persona");
                for (RawClient.Target target : List.of(direct, plain.target(), through)) {
                    measure(target); // warm
                }
                for (int round = 1; round <= 2; round++) {
                    say("direct", measure(direct));
                    say("two plain Envoys", measure(plain.target()));
                    say("mesh, both sidecars", measure(through));
                }
                throughput("two plain Envoys", plain.target(), plain.processes());
                throughput("mesh, both sidecars", through, List.of(envoy(auth), envoy(persona)));
            }
            ProcessHandle agent = auth.child("jvm.options").orElseThrow();
            ProcessHandle envoy = envoy(auth);
            try (Load load = new Load(RawClient.Target.of(auth.outbound(), "persona"), 1_000, 16)) {
                Eventually.pause(20_000);
                load.finish();
            }
            Figures.say(String.format("resident after 20 s at 1,000/s, %d routes: Envoy %d MiB, agent %d MiB, peaks %d and %d MiB", ROUTES,
                    status(envoy, "VmRSS"), status(agent, "VmRSS"), status(envoy, "VmHWM"), status(agent, "VmHWM")));
            long cpu = agent.info().totalCpuDuration().orElseThrow().toMillis();
            Eventually.pause(20_000);
            Figures.say(String.format("agent idle with %d routes: %.1f %% of a vCPU", ROUTES,
                    (agent.info().totalCpuDuration().orElseThrow().toMillis() - cpu) / 200.0));
        }
    }

    private static dev.tandem.mesh.route.RouteDocumentBuilder document(String service) {
        return MeshOnLoopback.document(service).version("stable", 100, 1).version("canary", 0, 0)
                .callers(List.of("auth")).circuitBreaker(WIDE);
    }

    private static List<Load.Answer> measure(RawClient.Target target) {
        try (Load load = new Load(target, PER_SECOND, 8)) {
            while (load.sent() < REQUESTS) {
                Eventually.pause(20);
            }
            return load.finish();
        }
    }

    private static void say(String what, List<Load.Answer> answers) {
        Figures.say(String.format("%s at %d/s: P50 %.2f ms, P99 %.2f ms, statuses %s", what, PER_SECOND,
                Load.percentile(answers, 50), Load.percentile(answers, 99), Load.statuses(answers)));
    }

    private static void throughput(String what, RawClient.Target target, List<ProcessHandle> envoys) {
        long cpu = cpuMillis(envoys);
        long start = System.nanoTime();
        Load.burst(target, BURST, 16);
        double seconds = (System.nanoTime() - start) / 1e9;
        double perEnvoy = (cpuMillis(envoys) - cpu) / 1e3 / envoys.size();
        Figures.say(String.format("%s, as fast as 16 connections can on this machine: %.0f requests/s; an Envoy's %.0f requests per second of a vCPU",
                what, BURST / seconds, BURST / perEnvoy));
    }

    private static ProcessHandle envoy(MeshTask task) {
        return task.child("--reject-unknown-dynamic-fields").orElseThrow();
    }

    private static long cpuMillis(List<ProcessHandle> processes) {
        return processes.stream().mapToLong(process -> process.info().totalCpuDuration().orElseThrow().toMillis()).sum();
    }

    private static long status(ProcessHandle process, String field) throws IOException {
        Optional<String> line = Files.readString(Path.of("/proc/" + process.pid() + "/status")).lines()
                .filter(text -> text.startsWith(field + ":")).findFirst();
        return Long.parseLong(line.orElseThrow().replaceAll("\\D", "")) / 1024;
    }
}
