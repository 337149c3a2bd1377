package dev.tandem.mesh.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the text of Envoy's statistics, a name and a value per line. Pure. */
final class EnvoyStats {

    private static final String CLUSTER = "cluster.";
    private static final String MEMBERS = ".membership_total";
    private static final String WARMING = ".warming_state";
    private static final Map<String, Pattern> REPORTS = reports();

    private EnvoyStats() {}

    static EnvoyState parse(String text) {
        Map<String, Integer> members = new HashMap<>();
        Map<String, Boolean> warming = new HashMap<>();
        long rejected = 0;
        String version = "";
        for (String line : text.split("\n")) {
            int colon = line.lastIndexOf(": ");
            if (colon < 0) {
                continue;
            }
            String name = line.substring(0, colon);
            String value = line.substring(colon + 2);
            if (name.equals("cluster_manager.cds.version_text")) {
                version = value.replace("\"", "");
                continue;
            }
            long number = number(value);
            if (number < 0) {
                continue;
            }
            if (name.startsWith(CLUSTER) && name.endsWith(MEMBERS)) {
                members.put(name.substring(CLUSTER.length(), name.length() - MEMBERS.length()), (int) number);
            } else if (name.startsWith(CLUSTER) && name.endsWith(WARMING)) {
                warming.put(name.substring(CLUSTER.length(), name.length() - WARMING.length()), number != 0);
            } else if (name.endsWith(".update_rejected")) {
                rejected += number;
            }
        }
        warming.forEach((cluster, still) -> {
            if (still) {
                members.remove(cluster);
            }
        });
        return new EnvoyState(version, rejected, new Members(members));
    }

    /** Counters since Envoy's start, by the name under which they are reported. */
    static Map<String, Long> counters(String text) {
        Map<String, Long> counters = new TreeMap<>();
        for (String line : text.split("\n")) {
            int colon = line.lastIndexOf(": ");
            long number = colon < 0 ? -1 : number(line.substring(colon + 2));
            REPORTS.forEach((report, pattern) -> {
                if (number >= 0 && pattern.matcher(line.substring(0, colon)).matches()) {
                    counters.merge(report, number, Long::sum);
                }
            });
        }
        return counters;
    }

    private static long number(String value) {
        return !value.isEmpty() && value.chars().allMatch(digit -> digit >= '0' && digit <= '9') ? Long.parseLong(value) : -1;
    }

    private static Map<String, Pattern> reports() {
        Map<String, Pattern> reports = new TreeMap<>();
        reports.put("Requests", Pattern.compile("http\\.(mesh|edge)\\.downstream_rq_total"));
        reports.put("Errors", Pattern.compile("http\\.(mesh|edge)\\.downstream_rq_5xx"));
        reports.put("CallErrors", Pattern.compile("http\\.outbound\\.downstream_rq_5xx"));
        reports.put("Denied", Pattern.compile("http\\.mesh\\.rbac\\.denied"));
        reports.put("Handshakes", Pattern.compile("listener\\..*\\.ssl\\.handshake"));
        reports.put("HandshakeFailures",
                Pattern.compile("listener\\..*\\.ssl\\.(fail_verify_.*|connection_error)"));
        reports.put("Ejections", Pattern.compile("cluster\\..*\\.outlier_detection\\.ejections_enforced_total"));
        return reports;
    }
}
