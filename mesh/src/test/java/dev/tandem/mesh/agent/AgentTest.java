package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tandem.mesh.envoy.Sidecar;
import dev.tandem.mesh.identity.Identity;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.IdentitySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent's own loops; what it does with a real Envoy is tested end to end. */
class AgentTest {

    /** This process's own, since Envoy's port is always the same: two runs on one machine do not meet. */
    private static final String LOOPBACK = "127.77." + (ProcessHandle.current().pid() >> 8 & 255) + "." + (ProcessHandle.current().pid() & 255);
    private static final Pattern STALENESS = Pattern.compile("\"StalenessPercent\":(\\d+)");

    /** Fails as no source should, then as sources do. */
    private static final class Broken implements IdentitySource {
        private final CountDownLatch asked = new CountDownLatch(2);

        @Override
        public Identity identity() {
            asked.countDown();
            if (asked.getCount() == 1) {
                throw new IllegalStateException("Connection pool shut down");
            }
            throw new IdentityException("parameter svid does not exist");
        }
    }

    /** As Envoy's administration answers the agent's question. */
    private static HttpServer envoy(AtomicInteger refused) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 9901), 0);
        server.createContext("/", exchange -> {
            byte[] stats = ("cluster_manager.cds.version_text: \"1\"\nhttp.outbound.rds.outbound.update_rejected: " + refused.get() + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, stats.length);
            exchange.getResponseBody().write(stats);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    @Timeout(300)
    void whatEnvoyRefusesIsInTheMetricThatAnAlarmIsOn(@TempDir Path directory) throws IOException, InterruptedException {
        AtomicInteger refused = new AtomicInteger();
        HttpServer envoy = envoy(refused);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Agent agent = agent(directory, new Broken(), written);
        Thread running = new Thread(agent::run, "agent");
        running.start();
        try {
            await(written, line -> line.contains("\"envoySnapshot\":\"1\"") && staleness(line) <= 100);
            refused.set(1);
            await(written, line -> line.contains("Envoy refuses what was published last"));
            await(written, line -> staleness(line) == 101);
        } finally {
            agent.stop();
            running.join();
            envoy.stop(0);
        }
    }

    private static long staleness(String line) {
        Matcher found = STALENESS.matcher(line);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    private static void await(ByteArrayOutputStream written, Predicate<String> line) throws InterruptedException {
        while (written.toString(StandardCharsets.UTF_8).lines().noneMatch(line)) {
            Thread.sleep(20);
        }
    }

    @Test
    @Timeout(300)
    void aSourceThatThrowsWhatItShouldNotIsSaidAndAskedAgain(@TempDir Path directory) throws InterruptedException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Broken source = new Broken();
        Agent agent = agent(directory, source, written);
        Thread running = new Thread(agent::run, "agent");
        running.start();
        try {
            assertThat(source.asked.await(240, TimeUnit.SECONDS)).as("asked again").isTrue();
        } finally {
            agent.stop();
            running.join();
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).contains(
                "\"event\":\"poll of identity\",\"message\":\"java.lang.IllegalStateException: Connection pool shut down\"");
    }

    private static Agent agent(Path directory, IdentitySource source, ByteArrayOutputStream written) {
        AgentConfig production = AgentArguments.parse(List.of(), Map.of("TANDEM_SERVICE", "auth", "TANDEM_ENVIRONMENT", "prod",
                "TANDEM_VERSION", "stable", "AWS_REGION", "eu-central-1", "TANDEM_TRUST_DOMAIN", "mesh.example.org",
                "TANDEM_ROUTE_TABLE", "table"));
        AgentConfig config = new AgentConfig(production.project(), production.environment(), production.trustDomain(),
                production.service(), Sidecar.of("stable", "auth-1", "eu-central-1", directory.toString()).at(LOOPBACK, LOOPBACK),
                production.routes(), production.identities(), Optional.empty(), Optional.empty(), production.pace().faster(100),
                production.staleness());
        return new Agent(config, service -> Optional.empty(), source, Optional.empty(), new TaskUsage(Map.of()), Clock.systemUTC(),
                new PrintStream(written, true, StandardCharsets.UTF_8));
    }
}
