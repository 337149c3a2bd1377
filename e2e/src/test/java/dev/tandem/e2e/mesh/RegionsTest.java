package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.Load;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.envoy.OtherRegion;
import dev.tandem.e2e.envoy.RawClient;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.OutlierDetection;
import dev.tandem.mesh.route.Retries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two regions, 26 ms there and back and 0.1 % loss between them: calls stay here, and move there when nobody is left here. */
@NeedsTools(Tools.ENVOY)
class RegionsTest {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int ONE_WAY_MILLIS = 13;
    private static final double LOSS_PERCENT = 0.1;
    private static final int PER_SECOND = 200;

    @TempDir
    private Path directory;

    @Test
    void callsStayHereAndMoveThereWhenNobodyIsLeft() throws IOException {
        OtherRegion.problem().ifPresent(problem -> {
            System.err.println("SKIPPED: RegionsTest did not run: " + problem);
            Assumptions.abort("RegionsTest did not run: " + problem);
        });
        try (OtherRegion ireland = new OtherRegion(ONE_WAY_MILLIS, LOSS_PERCENT);
                MeshOnLoopback mesh = new MeshOnLoopback(directory, 10)) {
            Path remote = directory.resolve("remote.json");
            Files.writeString(remote, "{\"persona-stable\": [\"" + ireland.address() + ":9443\"]}");
            mesh.dns().set("persona-stable.svc.local", "127.0.85.1");
            mesh.live(MeshOnLoopback.document("persona").version("stable", 100, 1).callers(List.of("auth"))
                    .retries(new Retries(2, 5_000, 25, 100, 5, 50))
                    .outlierDetection(new OutlierDetection(3, 3, 500, 60_000, 100)).build());
            mesh.live(MeshOnLoopback.document("auth").version("stable", 100, 1).calls(List.of("persona")).build());
            MeshTask here = mesh.start("persona", "stable", "127.0.85.1");
            MeshTask there = mesh.startElsewhere("persona", "stable", ireland.address(), ireland.prefix());
            MeshTask auth = mesh.start("auth", "stable", "127.0.85.9", Map.of(
                    "TANDEM_OTHER_REGION", "eu-west-1", "TANDEM_REMOTE_MEMBERS", "file:" + remote));
            here.awaitReady();
            auth.awaitReady();
            there.awaitLogged("\"event\":\"published\"");
            RawClient.Target target = RawClient.Target.of(auth.outbound(), "persona");
            awaitAnswersOf(target, "persona-stable@127.0.85.1");
            List<Load.Answer> near = Load.burst(target, 500, 4);
            assertThat(Load.by(near, "persona-stable@127.0.85.1")).isEqualTo(500);

            mesh.dns().set("persona-stable.svc.local");
            awaitAnswersOf(target, "persona-stable@" + ireland.address());
            try (Load load = new Load(target, PER_SECOND, 16)) {
                Eventually.within(LIMIT, () -> load.sent() > 2_000 ? Optional.empty() : Optional.of("no load"));
                List<Load.Answer> far = load.finish();
                assertThat(Load.statuses(far)).containsOnlyKeys(200);
                assertThat(Load.by(far, "persona-stable@" + ireland.address())).isEqualTo(far.size());
                Figures.say(String.format("calls to the other region, %d at %d/s, 26 ms and 0.1 %% loss: P50 %.1f ms, P95 %.1f ms, P99 %.1f ms",
                        far.size(), PER_SECOND, Load.percentile(far, 50), Load.percentile(far, 95), Load.percentile(far, 99)));
            }
            // The link alone takes 26 ms, so the quickest call is in the bucket from 25 to 50 ms.
            auth.awaitLogged("\"CrossRegionMillis\":[37.5");
            auth.awaitLogged("\"peer\":\"eu-west-1\"");

            mesh.dns().set("persona-stable.svc.local", "127.0.85.1");
            awaitAnswersOf(target, "persona-stable@127.0.85.1");
            try (Load load = new Load(target, PER_SECOND, 8)) {
                Eventually.within(LIMIT, () -> load.sent() > 200 ? Optional.empty() : Optional.of("no load"));
                here.kill(); // Its name still leads to it.
                awaitAnswersOf(target, "persona-stable@" + ireland.address());
                Map<Integer, Long> statuses = Load.statuses(load.finish());
                Figures.say("answers while all tasks of the own region died: " + statuses);
                assertThat(statuses.getOrDefault(200, 0L)).isGreaterThan(200);
            }
            assertThat(Load.statuses(Load.burst(target, 300, 4))).containsOnlyKeys(200);
            assertThat(mesh.complaints()).isEmpty();
        }
    }

    private static void awaitAnswersOf(RawClient.Target target, String name) {
        Eventually.within(LIMIT, () -> {
            List<Load.Answer> answers = Load.burst(target, 40, 4);
            return Load.by(answers, name) == 40 ? Optional.empty() : Optional.of(Load.statuses(answers) + ", " + Load.by(answers, name) + " of 40 by " + name);
        });
    }
}
