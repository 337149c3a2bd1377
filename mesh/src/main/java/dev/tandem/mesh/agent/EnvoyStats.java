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
        Map<String, Long> counters = new TreeMap<>();
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
            if (!value.matches("\\d+")) {
                continue;
            }
            long number = Long.parseLong(value);
            if (name.startsWith(CLUSTER) && name.endsWith(MEMBERS)) {
                members.put(name.substring(CLUSTER.length(), name.length() - MEMBERS.length()), (int) number);
            } else if (name.startsWith(CLUSTER) && name.endsWith(WARMING)) {
                warming.put(name.substring(CLUSTER.length(), name.length() - WARMING.length()), number != 0);
            } else if (name.endsWith(".update_rejected")) {
                rejected += number;
            }
            REPORTS.forEach((report, pattern) -> {
                if (pattern.matcher(name).matches()) {
                    counters.merge(report, number, Long::sum);
                }
            });
        }
        warming.forEach((cluster, still) -> {
            if (still) {
                members.remove(cluster);
            }
        });
        return new EnvoyState(version, rejected, new Members(members), counters);
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
