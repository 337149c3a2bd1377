package dev.tandem.mesh.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of its task's CPU and memory the task uses, all containers together, and how often CPU was withheld: ECS tells it each task
 * for nothing, while metrics of tasks are those of Container Insights. For one thread. Source:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4-fargate.html
 */
final class TaskUsage {

    /** Variable that ECS sets in each container. */
    static final String VARIABLE = "ECS_CONTAINER_METADATA_URI_V4";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int PERCENT = 100;
    private static final double MIB = 1024 * 1024;

    private final Optional<String> address;
    private Optional<Sample> before = Optional.empty();

    /** @param environment variables of the process; without ECS's nothing is told */
    TaskUsage(Map<String, String> environment) {
        address = Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank());
    }

    /** What has been used. */
    private record Sample(long nanos, long cpuNanos, long periods, long throttled) {}

    /**
     * Percent by name of the report: of CPU since the call before, so not at the first, of memory now. Empty where ECS does not answer.
     *
     * @param nanos a clock that only goes forward
     */
    Map<String, Long> read(long nanos) {
        if (address.isEmpty()) {
            return Map.of();
        }
        try {
            JsonNode limits = ask("/task").path("Limits");
            return of(ask("/task/stats"), limits.path("CPU").asDouble(), limits.path("Memory").asDouble() * MIB, nanos);
        } catch (IOException silent) {
            return Map.of();
        }
    }

    private Map<String, Long> of(JsonNode containers, double cpus, double memory, long nanos) {
        long cpu = 0;
        long periods = 0;
        long throttled = 0;
        double used = 0;
        for (JsonNode container : containers) {
            JsonNode stats = container.path("cpu_stats");
            cpu += stats.path("cpu_usage").path("total_usage").asLong();
            periods += stats.path("throttling_data").path("periods").asLong();
            throttled += stats.path("throttling_data").path("throttled_periods").asLong();
            // Files that the kernel may forget at any time are counted as used.
            used += container.at("/memory_stats/usage").asDouble() - container.at("/memory_stats/stats/inactive_file").asDouble();
        }
        Sample now = new Sample(nanos, cpu, periods, throttled);
        Map<String, Long> percent = new TreeMap<>();
        put(percent, "TaskMemoryPercent", used, memory);
        // What went back is that of a container that was started again.
        before.filter(last -> now.cpuNanos >= last.cpuNanos).ifPresent(last -> {
            put(percent, "TaskCpuPercent", now.cpuNanos - last.cpuNanos, (now.nanos - last.nanos) * cpus);
            put(percent, "TaskThrottledPercent", now.throttled - last.throttled, now.periods - last.periods);
        });
        before = Optional.of(now);
        return percent;
    }

    private static void put(Map<String, Long> percent, String name, double part, double whole) {
        if (whole > 0) {
            percent.put(name, Math.round(PERCENT * part / whole));
        }
    }

    private JsonNode ask(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(address.orElseThrow() + path).toURL().openConnection();
        try {
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return JSON.readTree(connection.getInputStream());
        } finally {
            connection.disconnect();
        }
    }
}
