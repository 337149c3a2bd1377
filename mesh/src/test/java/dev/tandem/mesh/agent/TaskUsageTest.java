package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stand-in for ECS's endpoint answers as its reference shows: half a vCPU and 1 GB, two containers and one that has not started. */
class TaskUsageTest {

    private static final long MINUTE = 60_000_000_000L;

    private HttpServer ecs;
    private TaskUsage usage;
    private String stats;

    @BeforeEach
    void start() throws IOException {
        ecs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        ecs.createContext("/v4/id-1/task", exchange -> {
            String body = exchange.getRequestURI().getPath().endsWith("/stats") ? stats
                    : "{\"Cluster\":\"tandem-prod\",\"Limits\":{\"CPU\":0.5,\"Memory\":1024}}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        ecs.start();
        usage = new TaskUsage(Map.of("ECS_CONTAINER_METADATA_URI_V4", "http://127.0.0.1:" + ecs.getAddress().getPort() + "/v4/id-1"));
    }

    @AfterEach
    void stop() {
        ecs.stop(0);
    }

    private static String container(double cpuSeconds, long periods, long throttled, int mib, int files) {
        return "{\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":" + (long) (cpuSeconds * 1e9) + "},\"throttling_data\":{\"periods\":" + periods
                + ",\"throttled_periods\":" + throttled + ",\"throttled_time\":7}},\"memory_stats\":{\"usage\":" + mib * 1048576L
                + ",\"stats\":{\"inactive_file\":" + files * 1048576L + "}}}";
    }

    private static String task(String first, String second) {
        return "{\"a-1\":" + first + ",\"a-2\":" + second + ",\"a-3\":null}";
    }

    @Test
    void tellsTheShareOfTheTasksOwnCpuAndMemory() {
        stats = task(container(100, 1000, 10, 256, 0), container(10, 0, 0, 300, 44));
        assertThat(usage.read(5 * MINUTE)).as("of CPU there is nothing to compare with").isEqualTo(Map.of("TaskMemoryPercent", 50L));
        stats = task(container(110, 1600, 160, 356, 0), container(15, 0, 0, 300, 44));
        assertThat(usage.read(6 * MINUTE)).as("15 s of the 30 s that half a vCPU has in a minute").isEqualTo(
                Map.of("TaskCpuPercent", 50L, "TaskMemoryPercent", 60L, "TaskThrottledPercent", 25L));
    }

    @Test
    void aContainerThatStartsAgainIsNoNegativeUse() {
        stats = task(container(100, 0, 0, 256, 0), container(10, 0, 0, 256, 0));
        usage.read(MINUTE);
        stats = task(container(1, 0, 0, 256, 0), container(11, 0, 0, 256, 0));
        assertThat(usage.read(2 * MINUTE)).containsOnlyKeys("TaskMemoryPercent");
    }

    @Test
    void outsideOfEcsAndWhileItIsSilentNothingIsTold() {
        assertThat(new TaskUsage(Map.of()).read(MINUTE)).isEmpty();
        ecs.stop(0);
        assertThat(usage.read(MINUTE)).isEmpty();
        assertThat(new TaskUsage(Map.of("ECS_CONTAINER_METADATA_URI_V4", " ")).read(MINUTE)).isEmpty();
    }
}
