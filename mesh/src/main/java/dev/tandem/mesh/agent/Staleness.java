package dev.tandem.mesh.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How old what a task works with may be: identity, routes and the other region's tasks. The worst of the three, in percent of
 * what it may be, is one metric with one alarm; the ages are fields of the same line. What Envoy refuses is as bad. Immutable.
 *
 * @param identity age of the identity in use
 * @param routes   since routes were read last
 * @param members  since the other region's tasks were written last
 */
public record Staleness(Duration identity, Duration routes, Duration members) {

    /** Name of the metric. */
    static final String METRIC = "StalenessPercent";

    /**
     * Identity: renewal is due at 12 h and the end is at 24 h, so two hourly runs were missed and ten hours are left. Routes:
     * sixty polls. Members: the other region writes all of its tasks again every five minutes.
     */
    public static final Staleness PRODUCTION =
            new Staleness(Duration.ofHours(14), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private static final long ALL = 100;

    /** The same with all times that many times shorter. */
    public Staleness faster(double factor) {
        return new Staleness(by(identity, factor), by(routes, factor), by(members, factor));
    }

    /**
     * Above 100 something is older than it may be. What is not there does not count.
     *
     * @param refused whether Envoy refuses what it was given last: however young that is, what it works with is not
     */
    long percent(Optional<Duration> identityAge, Duration routesAge, Optional<Duration> membersAge, boolean refused) {
        return Stream.of(
                        refused ? Optional.of(ALL + 1) : Optional.<Long>empty(),
                        identityAge.map(age -> percent(age, identity)),
                        Optional.of(percent(routesAge, routes)),
                        membersAge.map(age -> percent(age, members)))
                .flatMap(Optional::stream)
                .max(Long::compare)
                .orElse(0L);
    }

    private static Duration by(Duration time, double factor) {
        return Duration.ofMillis(Math.max(1, Math.round(time.toMillis() / factor)));
    }

    private static long percent(Duration age, Duration most) {
        return age.toMillis() * ALL / most.toMillis();
    }
}
