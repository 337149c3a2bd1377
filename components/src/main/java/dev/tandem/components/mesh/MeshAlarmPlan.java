package dev.tandem.components.mesh;

import java.util.List;

/**
 * An alarm on what the agents of a region emit, all services together: each metric, and each alarm, costs by the month, and
 * which service it is stands in the agents' log.
 *
 * @param key              part of its name
 * @param metric           metric of the namespace {@code Tandem/Mesh}
 * @param statistic        {@code Sum} or {@code Maximum}
 * @param threshold        fires above it
 * @param periods          five minutes each, all of them above
 * @param missingIsFailure whether silence counts as failure
 * @param description      what is wrong when it fires
 * @param runbook          file below {@code docs/runbooks}
 */
public record MeshAlarmPlan(
        String key, String metric, String statistic, double threshold, int periods, boolean missingIsFailure, String description,
        String runbook) {

    /** Namespace of the agents' metrics; their only dimension is {@code environment}. */
    public static final String NAMESPACE = "Tandem/Mesh";

    /** Length of a data point, seconds. */
    public static final int PERIOD_SECONDS = 300;

    private static final int ALL_OF_THE_TIME = 100;

    /** The alarms of a region. */
    public static List<MeshAlarmPlan> all() {
        return List.of(
                new MeshAlarmPlan("refused", "Refused", "Sum", 0, 3, false,
                        "Callers are refused for 15 minutes: handshakes that fail, or requests of callers that no service declares",
                        "mesh-refused.md"),
                new MeshAlarmPlan("ejections", "Ejections", "Sum", 0, 3, false,
                        "Members of a service fail and are taken out by their callers for 15 minutes", "mesh-ejections.md"),
                new MeshAlarmPlan("stale", "StalenessPercent", "Maximum", ALL_OF_THE_TIME, 2, true,
                        "An agent's identity is older than 14 h, its routes than 5 minutes or the other region's tasks than 15"
                                + " minutes, or no agent is heard", "mesh-stale.md"));
    }
}
