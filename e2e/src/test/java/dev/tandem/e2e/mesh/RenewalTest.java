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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities are renewed while requests go on. Clocks run 200 times faster: a poll of ten minutes takes three seconds. */
@NeedsTools(Tools.ENVOY)
class RenewalTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    @Covers("R2.2")
    void renewalUnderLoadFailsNoRequest() {
        try (MeshOnLoopback mesh = new MeshOnLoopback(directory, 200)) {
            mesh.dns().set("persona-stable.svc.local", "127.0.82.1");
            mesh.live(MeshOnLoopback.document("persona").version("stable", 100, 1).callers(List.of("auth")).build());
            mesh.live(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
            MeshTask persona = mesh.start("persona", "stable", "127.0.82.1");
            MeshTask auth = mesh.start("auth", "stable", "127.0.82.2");
            mesh.awaitReady();
            String first = serials(persona) + serials(auth);
            try (Load load = new Load(RawClient.Target.of(auth.outbound(), "persona"), 200, 8)) {
                for (int renewal = 0; renewal < 3; renewal++) {
                    String before = serials(persona);
                    String beforeAtCaller = serials(auth);
                    mesh.issue("persona");
                    mesh.issue("auth");
                    Eventually.within(LIMIT, () -> !serials(persona).equals(before) && !serials(auth).equals(beforeAtCaller)
                            ? Optional.empty() : Optional.of("Envoy still has " + before));
                    int sent = load.sent();
                    Eventually.within(LIMIT, () -> load.sent() > sent + 200 ? Optional.empty() : Optional.of("no load"));
                }
                List<Load.Answer> answers = load.finish();
                assertThat(Load.statuses(answers)).containsOnlyKeys(200);
                Figures.say("three renewals of both identities at 200/s: " + answers.size() + " requests, none failed");
            }
            assertThat(serials(persona) + serials(auth)).isNotEqualTo(first);
            assertThat(mesh.complaints()).isEmpty();
        }
    }

    private static String serials(MeshTask task) {
        return task.envoy().page("/certs").lines().filter(line -> line.contains("serial_number")).toList().toString();
    }
}
