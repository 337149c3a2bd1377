package dev.tandem.mesh.route;

import java.util.Comparator;
import java.util.Objects;

/**
 * One version of a service, found as {@code SERVICE-NAME.svc.local}.
 *
 * @param name       such as {@code stable} or {@code canary}
 * @param weight     share of the requests, whole percent 0 to 100
 * @param minMembers tasks that must be found before it gets a share, 0 when none is expected to run
 */
public record ServiceVersion(String name, int weight, int minMembers) {

    /** The version that serves when nothing is being tried out. */
    public static final String STABLE = "stable";

    /** The version that is being tried out. */
    public static final String CANARY = "canary";

    static final Comparator<ServiceVersion> BY_NAME = Comparator.comparing(ServiceVersion::name)
            .thenComparing(ServiceVersion::weight)
            .thenComparing(ServiceVersion::minMembers);

    /** Name is required. */
    public ServiceVersion {
        Objects.requireNonNull(name, "name");
    }

    /** The same version with another share. */
    public ServiceVersion withWeight(int percent) {
        return new ServiceVersion(name, percent, minMembers);
    }
}
