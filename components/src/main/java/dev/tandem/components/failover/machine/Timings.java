package dev.tandem.components.failover.machine;

import java.util.stream.IntStream;

/**
 * How long the machines wait for what.
 *
 * @param pollSeconds     between two looks at something that changes
 * @param looks           looks before a machine gives up waiting for it
 * @param soakPollSeconds between two looks at the primary before a failback
 * @param soakGood        looks in a row at which it must be well
 * @param soakLooks       looks before a failback gives up
 * @param drainSeconds    between the fence and the hand-over: longer than a request, and than the tables' replication lag
 * @param gateSeconds     between a change of weights and the look whether the primary is still well: the name's lifetime, the
 *                        checks' spread and one data point of an alarm
 */
public record Timings(
        int pollSeconds, int looks, int soakPollSeconds, int soakGood, int soakLooks, int drainSeconds, int gateSeconds) {

    /** Looks every 15 s for at most five minutes; 15 minutes of soak, 60 s of drain, three minutes between weights. */
    public static final Timings DEFAULT = new Timings(15, 20, 60, 15, 240, 60, 180);

    /** @throws IllegalArgumentException when one of them is not positive, or the soak cannot be long enough */
    public Timings {
        boolean positive = IntStream.of(pollSeconds, looks, soakPollSeconds, soakGood, soakLooks, drainSeconds, gateSeconds)
                .allMatch(value -> value >= 1);
        if (!positive || soakLooks < soakGood) {
            throw new IllegalArgumentException("timings of " + looks + " looks every " + pollSeconds + " s, " + soakGood
                    + " good ones of " + soakLooks + " every " + soakPollSeconds + " s, " + drainSeconds + " s drain, "
                    + gateSeconds + " s gate: expected 1 or more each, and no more good looks than looks");
        }
    }

    /** Seconds that a takeover waits for tasks at most. */
    public int readySeconds() {
        return pollSeconds * looks;
    }
}
