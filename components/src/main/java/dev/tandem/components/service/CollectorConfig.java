package dev.tandem.components.service;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Configuration of the AWS Distro for OpenTelemetry collector: traces to X-Ray, and an allow list of metrics to CloudWatch
 * through the log group (embedded metric format), so that no endpoint of CloudWatch metrics is needed.
 */
final class CollectorConfig {

    /** Histogram of the requests that a service answered, seconds; its sample count is their number. */
    static final String REQUESTS = "http.server.request.duration";

    /** Those that it answered with 5xx. */
    static final String FAILURES = "http.server.request.failures";

    /** The metrics' one dimension. */
    static final String DIMENSION = "service.name";

    /**
     * The metrics that leave the task. Each costs 0.30 USD a month per combination of dimensions, so there is one
     * combination and the list is short: requests and their duration, failures, saturation, calls to others.
     */
    static final List<String> METRICS = List.of(
            "http.client.request.duration",
            "http.server.active_requests",
            REQUESTS,
            FAILURES);

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** Three quarters of the container's memory: the collector refuses data before it is killed. */
    private static final int MEMORY_LIMIT_MIB = TaskShares.COLLECTOR.memoryMiB() * 3 / 4;

    private CollectorConfig() {}

    /**
     * The configuration as JSON, which the collector reads as YAML.
     *
     * @param around       what it takes from its region
     * @param xraySegments whether the proxy sends traces as it would to X-Ray's daemon
     */
    static String json(ServiceNames names, Surroundings around, boolean xraySegments) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("extensions", Map.of("health_check", Map.of("endpoint", "127.0.0.1:" + TaskPorts.COLLECTOR_HEALTH)));
        Map<String, Object> receivers = ordered("otlp", Map.of("protocols", Map.of("http",
                Map.of("endpoint", "127.0.0.1:" + TaskPorts.OTLP_HTTP))));
        if (xraySegments) {
            receivers.put("awsxray", ordered("endpoint", "127.0.0.1:" + TaskPorts.XRAY, "transport", "udp"));
        }
        config.put("receivers", receivers);
        config.put("processors", ordered(
                "resourcedetection", Map.of("detectors", List.of("env", "ecs")),
                "memory_limiter", ordered("check_interval", "1s", "limit_mib", MEMORY_LIMIT_MIB),
                "filter/allowlist", Map.of("metrics", Map.of("include",
                        ordered("match_type", "strict", "metric_names", METRICS))),
                "batch", Map.of("timeout", "5s")));
        config.put("exporters", ordered("awsxray", xray(names, around), "awsemf", embeddedMetrics(names, around)));
        config.put("service", ordered(
                "extensions", List.of("health_check"),
                "pipelines", ordered(
                        "traces", pipeline(List.copyOf(receivers.keySet()), List.of("memory_limiter", "resourcedetection", "batch"), "awsxray"),
                        "metrics", pipeline(List.of("otlp"), List.of("memory_limiter", "filter/allowlist", "resourcedetection", "batch"),
                                "awsemf"))));
        return GSON.toJson(config);
    }

    /**
     * Unless the network is isolated, X-Ray has no endpoint in it: its dual-stack name is reached over IPv6 through the
     * egress-only gateway. An endpoint answers under the old name only.
     */
    private static Map<String, Object> xray(ServiceNames names, Surroundings around) {
        return ordered("region", names.region(), "endpoint", around.egress().ipv6Out()
                ? "https://xray." + names.region() + ".api.aws" : "https://xray." + names.region() + ".amazonaws.com");
    }

    private static Map<String, Object> embeddedMetrics(ServiceNames names, Surroundings around) {
        return ordered(
                "region", names.region(),
                "namespace", around.metricsNamespace(),
                "log_group_name", names.logGroup(),
                "log_stream_name", "metrics/{TaskId}",
                "resource_to_telemetry_conversion", Map.of("enabled", true),
                "dimension_rollup_option", "NoDimensionRollup",
                "metric_declarations", List.of(ordered(
                        "dimensions", List.of(List.of(DIMENSION)),
                        "metric_name_selectors", METRICS)));
    }

    private static Map<String, Object> pipeline(List<String> receivers, List<String> processors, String exporter) {
        return ordered("receivers", receivers, "processors", processors, "exporters", List.of(exporter));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
