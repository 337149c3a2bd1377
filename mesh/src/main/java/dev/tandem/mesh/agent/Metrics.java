package dev.tandem.mesh.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line in CloudWatch's embedded metric format. Three values become metrics of the whole environment, since each costs 0.30
 * USD a month for each combination of dimensions: an alarm asks whether any service is in trouble. Which one it is, and all
 * other values, are fields that Logs Insights can sum. Counters are what came since the line before. A fourth is there only
 * while calls go to the other region: how long they took, by that region. For one thread.
 */
final class Metrics {

    /** What becomes a metric, with its unit. All of them are worth an alarm. */
    static final Map<String, String> EMITTED = emitted();

    private static final String NAMESPACE = "Tandem/Mesh";

    private final PeerCalls peerCalls = new PeerCalls();
    private final Map<String, Long> before = new HashMap<>();

    /**
     * The next line.
     *
     * @param status   gauges and facts, as the status page shows them
     * @param counters since Envoy's start; empty when it does not answer
     * @param there    calls to the other region since Envoy's start
     */
    String line(String service, String environment, Map<String, Object> status, Map<String, Long> counters, Peer there, Instant now) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set("_aws", directive(now));
        line.put("kind", "metrics");
        line.put("service", service);
        line.put("environment", environment);
        status.forEach((name, value) -> {
            if (value instanceof Number number) {
                line.put(name, number.longValue());
            } else {
                line.put(name, String.valueOf(value));
            }
        });
        long failures = 0;
        for (Map.Entry<String, Long> counter : new TreeMap<>(counters).entrySet()) {
            // A counter that went back is that of an Envoy that was started again.
            long last = before.getOrDefault(counter.getKey(), 0L);
            long since = counter.getValue() >= last ? counter.getValue() - last : counter.getValue();
            line.put(counter.getKey(), since);
            if (counter.getKey().equals("Denied") || counter.getKey().equals("HandshakeFailures")) {
                failures += since;
            }
        }
        line.put("Refused", failures);
        // Kept where there is none: an answer that Envoy missed is no restart.
        before.putAll(counters);
        calls(line, there);
        return line.toString();
    }

    /**
     * The other region.
     *
     * @param region its name
     * @param calls  calls to it since Envoy's start, as {@link PeerCalls#parse} reads them; empty when Envoy does not answer
     */
    record Peer(String region, Map<String, Map<Double, Long>> calls) {}

    /** No call, no metric: an hour without one costs nothing. */
    private void calls(ObjectNode line, Peer there) {
        Map<Double, Long> since = peerCalls.since(there.calls());
        long calls = since.values().stream().mapToLong(Long::longValue).sum();
        if (calls == 0) {
            return;
        }
        line.put("peer", there.region());
        line.put("CrossRegionCalls", calls);
        ArrayNode times = line.putArray(PeerCalls.METRIC);
        PeerCalls.times(since).forEach(times::add);
        ObjectNode metrics = ((ArrayNode) line.at("/_aws/CloudWatchMetrics")).addObject();
        metrics.put("Namespace", NAMESPACE);
        metrics.putArray("Dimensions").addArray().add("environment").add("peer");
        metrics.putArray("Metrics").addObject().put("Name", PeerCalls.METRIC).put("Unit", "Milliseconds");
    }

    private static ObjectNode directive(Instant now) {
        ObjectNode aws = JsonNodeFactory.instance.objectNode();
        aws.put("Timestamp", now.toEpochMilli());
        ObjectNode metrics = aws.putArray("CloudWatchMetrics").addObject();
        metrics.put("Namespace", NAMESPACE);
        metrics.putArray("Dimensions").addArray().add("environment");
        ArrayNode names = metrics.putArray("Metrics");
        EMITTED.forEach((name, unit) -> names.addObject().put("Name", name).put("Unit", unit));
        return aws;
    }

    private static Map<String, String> emitted() {
        Map<String, String> emitted = new LinkedHashMap<>();
        emitted.put(Staleness.METRIC, "Percent");
        emitted.put("Refused", "Count");
        emitted.put("Ejections", "Count");
        return emitted;
    }
}
