package dev.tandem.mesh.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How old what a task works with is, in percent of what it may be: the worst of identity, routes and the other region's tasks.
 * One metric and one alarm for three ages; the ages are fields of the same line. Pure.
 */
final class Staleness {

    /** Name of the metric. */
    static final String METRIC = "StalenessPercent";

    /** Renewal is due at 12 h and the end is at 24 h: two hourly runs were missed, ten hours are left. */
    static final Duration IDENTITY = Duration.ofHours(14);

    /** Sixty polls. */
    static final Duration ROUTES = Duration.ofMinutes(5);

    /** The other region writes all of its tasks again every five minutes. */
    static final Duration MEMBERS = Duration.ofMinutes(15);

    private static final long ALL = 100;

    private Staleness() {}

    /** Above 100 something is older than it may be. What is not there does not count. */
    static long percent(Optional<Duration> identity, Duration routes, Optional<Duration> members) {
        return Stream.of(
                        identity.map(age -> percent(age, IDENTITY)),
                        Optional.of(percent(routes, ROUTES)),
                        members.map(age -> percent(age, MEMBERS)))
                .flatMap(Optional::stream)
                .max(Long::compare)
                .orElse(0L);
    }

    private static long percent(Duration age, Duration most) {
        return age.toMillis() * ALL / most.toMillis();
    }
}
