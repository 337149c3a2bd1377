package dev.tandem.components.chaos;

import java.util.List;

/**
 * What experiments a region gets. Immutable, checked when built.
 *
 * @param services    services whose tasks are stopped and whose alarms stop experiments, sorted
 * @param minutes     how long a fault lasts, 1 to 60
 * @param otherRegion region from which this one is cut off
 * @param routes      whether the mesh has route documents, by which requests can wait
 */
public record ChaosArgs(List<String> services, int minutes, String otherRegion, boolean routes) {

    /** Stop conditions that a template takes. Source: AWS General Reference, "AWS Fault Injection Service endpoints and quotas". */
    public static final int MOST_STOP_CONDITIONS = 5;

    /** Longest fault that is asked for here, minutes; AWS takes twelve hours. */
    public static final int MOST_MINUTES = 60;

    /** @throws IllegalArgumentException when there is no service, or too many for the stop conditions, or the time is out of range */
    public ChaosArgs {
        services = services.stream().sorted().distinct().toList();
        if (services.isEmpty() || services.size() > MOST_STOP_CONDITIONS) {
            throw new IllegalArgumentException("experiments watch " + services.size() + " services " + services + ": expected 1 to "
                    + MOST_STOP_CONDITIONS + ", since a template takes that many stop conditions; name those that users feel first");
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("an experiment lasts " + minutes + " minutes: expected 1 to " + MOST_MINUTES);
        }
    }
}
