package dev.tandem.components.service;

import java.time.ZoneId;

/**
 * A higher minimum of tasks during working hours.
 *
 * @param tasks    minimum from {@code fromHour} to {@code toHour}
 * @param fromHour first hour, 0 to 23
 * @param toHour   hour at which the service's own minimum holds again, after {@code fromHour}, up to 23
 * @param zone     time zone of both, so that summer time is respected
 */
public record DaytimeFloor(int tasks, int fromHour, int toHour, ZoneId zone) {

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

    /** Hours per day during which it holds. */
    public int hours() {
        return toHour - fromHour;
    }
}
