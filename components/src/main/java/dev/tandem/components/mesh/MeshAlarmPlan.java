package dev.tandem.components.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An alarm on what the agents of a region emit, all services together: each metric, and each alarm, costs by the month, and
 * which service it is stands in the agents' log.
 *
 * @param key              part of its name
 * @param metric           metric of the namespace {@code Tandem/Mesh}
 * @param peer             region that calls go to, the metric's second dimension; empty for the environment's metrics
 * @param statistic        {@code Sum}, {@code Maximum}, or a percentile such as {@code p95}
 * @param threshold        fires above it
 * @param periods          five minutes each, all of them above
 * @param missingIsFailure whether silence counts as failure
 * @param description      what is wrong when it fires
 * @param runbook          file below {@code docs/runbooks}
 */
public record MeshAlarmPlan(
        String key, String metric, Optional<String> peer, String statistic, double threshold, int periods, boolean missingIsFailure, String description,
        String runbook) {

    /** Namespace of the agents' metrics; their dimension is {@code environment}, and {@code peer} for calls to the other region. */
    public static final String NAMESPACE = "Tandem/Mesh";

    /** Length of a data point, seconds. */
    public static final int PERIOD_SECONDS = 300;

    /** Objective for calls to the other region: 95 % of them within this time, milliseconds. */
    public static final int CROSS_REGION_P95_MILLIS = 200;

    private static final int ALL_OF_THE_TIME = 100;

    /**
     * The alarms of a region.
     *
     * @param otherRegion region to which calls go when nobody is left here; empty for none
     */
    public static List<MeshAlarmPlan> all(Optional<String> otherRegion) {
        List<MeshAlarmPlan> alarms = new ArrayList<>(List.of(
                new MeshAlarmPlan("refused", "Refused", Optional.empty(), "Sum", 0, 3, false,
                        "Callers are refused for 15 minutes: handshakes that fail, or requests of callers that no service declares",
                        "mesh-refused.md"),
                new MeshAlarmPlan("ejections", "Ejections", Optional.empty(), "Sum", 0, 3, false,
                        "Members of a service fail and are taken out by their callers for 15 minutes", "mesh-ejections.md"),
                new MeshAlarmPlan("stale", "StalenessPercent", Optional.empty(), "Maximum", ALL_OF_THE_TIME, 2, true,
                        "An agent's identity is older than 14 h, its routes than 5 minutes or the other region's tasks than 15"
                                + " minutes, its Envoy refuses what it is given, or no agent is heard", "mesh-stale.md")));
        otherRegion.ifPresent(region -> alarms.add(new MeshAlarmPlan("cross-region", "CrossRegionMillis", otherRegion, "p95",
                CROSS_REGION_P95_MILLIS, 3, false, "For 15 minutes more than 5 % of the calls to services in " + region
                        + " have taken longer than " + CROSS_REGION_P95_MILLIS + " ms", "mesh-cross-region.md")));
        return List.copyOf(alarms);
    }

    /** Whether the statistic is a percentile. */
    boolean percentile() {
        return statistic.startsWith("p");
    }
}
