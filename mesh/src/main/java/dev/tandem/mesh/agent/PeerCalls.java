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
            Pattern.compile(Names.PEER_CALLS + ": (.*)");
    private static final Pattern BUCKET = Pattern.compile("B([0-9.e+]+)\\([0-9]+,([0-9]+)\\)");

    private Map<Double, Long> before = Map.of();

    /**
     * Calls by upper bound of their bucket, of all clusters together, since Envoy's start.
     *
     * @param text Envoy's cumulative buckets: each counts what the smaller ones count as well
     */
    static Map<Double, Long> parse(String text) {
        Map<Double, Long> calls = new TreeMap<>();
        for (String line : text.split("\n")) {
            Matcher histogram = HISTOGRAM.matcher(line);
            long below = 0;
            Matcher bucket = BUCKET.matcher(histogram.matches() ? histogram.group(1) : "");
            while (bucket.find()) {
                long upTo = Long.parseLong(bucket.group(2));
                calls.merge(Double.parseDouble(bucket.group(1)), Math.max(0, upTo - below), Long::sum);
                below = Math.max(below, upTo);
            }
        }
        return calls;
    }

    /**
     * Calls by upper bound of their bucket since the last time that this was asked.
     *
     * @param now what {@link #parse} reads
     */
    Map<Double, Long> since(Map<Double, Long> now) {
        boolean restarted = now.entrySet().stream().anyMatch(each -> each.getValue() < before.getOrDefault(each.getKey(), 0L));
        Map<Double, Long> since = new TreeMap<>();
        now.forEach((bound, calls) -> {
            long fresh = restarted ? calls : calls - before.getOrDefault(bound, 0L);
            since.put(bound, fresh);
        });
        before = Map.copyOf(now);
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
