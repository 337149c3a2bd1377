package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteSource;
import dev.tandem.mesh.route.RouteSourceException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutePollerTest {

    private static final AgentConfig CONFIG = AgentArguments.parse(List.of(), Map.of("TANDEM_SERVICE", "auth", "TANDEM_ENVIRONMENT",
            "prod", "TANDEM_VERSION", "stable", "AWS_REGION", "eu-central-1", "TANDEM_TRUST_DOMAIN", "mesh.example.org",
            "TANDEM_ROUTE_TABLE", "table"));

    private final Map<String, LiveRoute> table = new HashMap<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-27T00:00:00Z"), ZoneOffset.UTC);
    private final AgentLog log = new AgentLog(new PrintStream(written, true, StandardCharsets.UTF_8), clock, "auth");
    private RouteSource source = service -> Optional.ofNullable(table.get(service));
    private final RoutePoller poller = new RoutePoller(CONFIG, service -> source.live(service), Map.of(), clock, log);

    @Test
    void readsTheOwnDocumentAndThoseItCalls() {
        live(1, document("auth").calls(List.of("persona")).build());
        live(4, document("persona").callers(List.of("auth")).build());
        live(9, document("billing").build());
        assertThat(poller.poll()).isTrue();
        assertThat(poller.latest()).containsOnlyKeys("auth", "persona");
        assertThat(poller.lastSuccess()).contains(clock.instant());
    }

    @Test
    void whatItCannotVouchForChangesNothing() {
        live(1, document("auth").build());
        poller.poll();
        live(2, RouteDocument.builder("auth").in("staging", "mesh.example.org").version("stable", 60, 1).build());
        assertThat(poller.poll()).isFalse();
        assertThat(poller.latest().get("auth").version()).isEqualTo(1);
        assertThat(log.problems().get("routes of auth"))
                .startsWith("route document of auth:")
                .contains("environment: found staging, expected prod, as the task was told", "60");
        poller.poll();
        assertThat(written.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("\"warn\""))).as("said once").hasSize(1);
    }

    @Test
    void aSourceThatIsAwayChangesNothingAndItsReturnIsTold() {
        live(1, document("auth").build());
        poller.poll();
        RouteSource there = source;
        source = service -> {
            throw new RouteSourceException("dynamodb:GetItem on table: connection refused");
        };
        assertThat(poller.poll()).isFalse();
        assertThat(poller.latest()).containsOnlyKeys("auth");
        assertThat(log.problems()).containsEntry("routes of auth", "dynamodb:GetItem on table: connection refused");
        source = there;
        assertThat(poller.poll()).isTrue();
        assertThat(log.problems()).isEmpty();
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("\"message\":\"works again\"");
    }

    private void live(long version, RouteDocument document) {
        table.put(document.service(), new LiveRoute(version, document));
    }

    private static dev.tandem.mesh.route.RouteDocumentBuilder document(String service) {
        return RouteDocument.builder(service).in("prod", "mesh.example.org").version("stable", 100, 1);
    }
}
