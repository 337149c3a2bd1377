package dev.tandem.components.service;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A higher minimum of tasks during working hours, and, where it is wanted, a lower maximum outside of them.
 *
 * @param tasks    minimum from {@code fromHour} to {@code toHour}
 * @param fromHour first hour, 0 to 23
 * @param toHour   hour at which the service's own minimum holds again, after {@code fromHour}, up to 23
 * @param zone     time zone of both, so that summer time is respected
 * @param outside  most tasks at other hours; empty for the service's own maximum
 */
public record DaytimeFloor(int tasks, int fromHour, int toHour, ZoneId zone, Optional<Integer> outside) {

    private static final int LAST_HOUR = 23;

    /** @throws IllegalArgumentException when the hours are no period within one day, or the minimum is below 1 */
    public DaytimeFloor {
        if (fromHour < 0 || toHour > LAST_HOUR || fromHour >= toHour) {
            throw new IllegalArgumentException("daytime floor from " + fromHour + " to " + toHour
                    + " h: expected hours from 0 to " + LAST_HOUR + ", the first before the second, such as 7 to 21");
        }
        if (tasks < 1) {
            throw new IllegalArgumentException("daytime floor of " + tasks + " tasks: expected at least 1");
        }
    }

    /** Hours without a maximum of their own outside of them. */
    public DaytimeFloor(int tasks, int fromHour, int toHour, ZoneId zone) {
        this(tasks, fromHour, toHour, zone, Optional.empty());
    }

    /** Hours per day during which it holds. */
    public int hours() {
        return toHour - fromHour;
    }
}
