package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.EdgeClient;
import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.MeshOnLoopback;
import dev.tandem.e2e.envoy.MeshTask;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.route.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that serves the load balancer itself, under {@code ./tandem throttle}: requests are refused, checks are not. */
@NeedsTools(Tools.ENVOY)
class ThrottledEdgeTest {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    private Path directory;

    @Test
    void checksOfTheLoadBalancerAreAnsweredWhileRequestsAreRefused() {
        try (MeshOnLoopback mesh = new MeshOnLoopback(directory, 5)) {
            mesh.live(MeshOnLoopback.document("web").path(Optional.of("/api/web")).version("stable", 100, 1)
                    .rateLimit(Optional.of(new RateLimit(1, 1))).build());
            MeshTask web = mesh.start("web", "stable", "127.0.88.1", Map.of("TANDEM_EDGE", "application"));
            mesh.awaitReady();
            Eventually.within(LIMIT, () -> {
                List<Integer> statuses = statuses(web, "/api/web/x");
                return statuses.contains(429) ? Optional.empty() : Optional.of("statuses " + statuses + ", expected a 429");
            });
            assertThat(statuses(web, "/healthz")).containsOnly(200);
        }
    }

    private static List<Integer> statuses(MeshTask task, String path) {
        return IntStream.range(0, 20).mapToObj(turn -> EdgeClient.get(task.address(), 8443, path).status()).toList();
    }
}
