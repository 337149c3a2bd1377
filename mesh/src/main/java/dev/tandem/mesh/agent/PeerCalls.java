package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long calls to the other region took, from Envoy's histograms of calls between localities. Envoy counts a call in
 * the bucket of its time, and keeps no times; a bucket's middle stands for it. The objective of 200 ms is a bucket's bound, so
 * how many calls are above it is exact. For one thread.
 */
final class PeerCalls {

    /** Name of the metric, milliseconds. */
    static final String METRIC = "CrossRegionMillis";

    /** Values that CloudWatch takes for one metric in one line. Source: CloudWatch, "Embedded metric format specification". */
    static final int MOST = 100;

    private static final Pattern HISTOGRAM =
            Pattern.compile("(" + Names.PEER_CALLS + "): (.*)");
    private static final Pattern BUCKET = Pattern.compile("B([0-9.e+]+)\\([0-9]+,([0-9]+)\\)");

    private final Map<String, Map<Double, Long>> before = new TreeMap<>();

    /**
     * Calls by upper bound of their bucket since Envoy's start, by histogram: there is one for each cluster.
     *
     * @param text Envoy's cumulative buckets: each counts what the smaller ones count as well
     */
    static Map<String, Map<Double, Long>> parse(String text) {
        Map<String, Map<Double, Long>> clusters = new TreeMap<>();
        for (String line : text.split("\n")) {
            Matcher histogram = HISTOGRAM.matcher(line);
            long below = 0;
            if (!histogram.matches()) {
                continue;
            }
            Map<Double, Long> calls = new TreeMap<>();
            Matcher bucket = BUCKET.matcher(histogram.group(2));
            while (bucket.find()) {
                long upTo = Long.parseLong(bucket.group(2));
                calls.put(Double.parseDouble(bucket.group(1)), Math.max(0, upTo - below));
                below = Math.max(below, upTo);
            }
            if (!calls.isEmpty()) {
                clusters.put(histogram.group(1), calls);
            }
        }
        return clusters;
    }

    /**
     * Calls by upper bound of their bucket, of all clusters together, since the last time that this was asked. What a cluster has
     * counted is kept while it is missing: Envoy may not have answered. One that counts less than before is new.
     *
     * @param now what {@link #parse} reads; empty when Envoy did not answer
     */
    Map<Double, Long> since(Map<String, Map<Double, Long>> now) {
        Map<Double, Long> since = new TreeMap<>();
        now.forEach((cluster, calls) -> {
            Map<Double, Long> last = before.getOrDefault(cluster, Map.of());
            boolean isNew = calls.entrySet().stream().anyMatch(each -> each.getValue() < last.getOrDefault(each.getKey(), 0L));
            calls.forEach((bound, count) -> since.merge(bound, isNew ? count : count - last.getOrDefault(bound, 0L), Long::sum));
            before.put(cluster, calls);
        });
        return since;
    }

    /** At most {@value #MOST} times that have the same percentiles as all of the calls, milliseconds, ascending. */
    static List<Double> times(Map<Double, Long> calls) {
        long all = calls.values().stream().mapToLong(Long::longValue).sum();
        int wanted = (int) Math.min(all, MOST);
        List<Double> times = new ArrayList<>();
        double lower = 0;
        long seen = 0;
        for (Map.Entry<Double, Long> each : new TreeMap<>(calls).entrySet()) {
            seen += each.getValue();
            // The value number i stands for the call at (i + 1/2) of the wanted ones.
            while (times.size() < wanted && (2L * times.size() + 1) * all < 2 * seen * wanted) {
                times.add((lower + each.getKey()) / 2);
            }
            lower = each.getKey();
        }
        return times;
    }
}
