package dev.tandem.components.failover;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long users wait, at most, from the moment the primary region stops answering until the secondary serves all of them:
 * the sum of its steps, each with its seconds. It is computed from the plan, not measured.
 *
 * @param steps one after the other, in the order in which they happen
 */
public record RecoveryBudget(List<Step> steps) {

    /** The requirement: 15 minutes. */
    public static final int LIMIT_SECONDS = 15 * 60;

    private static final int MINUTE = 60;

    /**
     * One step.
     *
     * @param name    what happens
     * @param seconds how long it takes at most
     * @param source  where the number comes from
     */
    public record Step(String name, int seconds, String source) {}

    /** @throws IllegalArgumentException when the steps take longer than {@link #LIMIT_SECONDS}; names the longest one */
    public RecoveryBudget {
        steps = List.copyOf(steps);
        int total = steps.stream().mapToInt(Step::seconds).sum();
        if (total > LIMIT_SECONDS) {
            Step longest = steps.stream().max(Comparator.comparingInt(Step::seconds)).orElseThrow();
            throw new IllegalArgumentException("failover takes up to " + total + " s, the limit is " + LIMIT_SECONDS + " s: "
                    + listed(steps) + "; the longest is " + longest.name() + " with " + longest.seconds() + " s ("
                    + longest.source() + "), expected at most " + (longest.seconds() - (total - LIMIT_SECONDS)) + " s");
        }
    }

    /**
     * The budget of a pair, as if its steps came one after the other. Names move while the machine works, so a real failover
     * is shorter.
     *
     * @param check how the primary is asked
     * @param probeMinutes minutes without an answer until the takeover starts
     * @param machineSeconds what the machine's calls take at most before capacity is asked for
     * @param readySeconds how long it waits for tasks
     */
    static RecoveryBudget of(EdgeCheck check, int probeMinutes, int machineSeconds, int readySeconds) {
        int names = check.intervalSeconds() * check.failures();
        int probe = (probeMinutes + 1) * MINUTE;
        return new RecoveryBudget(List.of(
                new Step("detection", Math.max(names, probe), "the longer of " + check.failures() + " checks at "
                        + check.intervalSeconds() + " s and " + probeMinutes + " + 1 minutes of the probe's alarm"),
                new Step("decision", machineSeconds, "time-outs of the takeover's calls until capacity is asked for"),
                new Step("spread", MINUTE, "slack for Route 53 to agree among its checkers and tell its name servers"),
                new Step("name lifetime", MINUTE, "TTL of an alias record to a load balancer, fixed by AWS"),
                new Step("open connections", MINUTE, "idle timeout of the load balancer: kept-alive connections end"),
                new Step("scale-out and start", readySeconds, "the takeover's limit for tasks to be pulled, started, healthy")));
    }

    /** The budget as plain data for a stack output: {@code limitSeconds}, and {@code steps} with name, seconds and source. */
    public Map<String, Object> toMap() {
        return Map.of("limitSeconds", LIMIT_SECONDS, "steps", steps.stream()
                .map(s -> Map.of("name", s.name(), "seconds", s.seconds(), "source", s.source())).toList());
    }

    /** Seconds of all steps. */
    public int totalSeconds() {
        return steps.stream().mapToInt(Step::seconds).sum();
    }

    /** One line for a preview: the sum, the limit and every step. */
    public String text() {
        return "recovery takes up to " + totalSeconds() + " s of " + LIMIT_SECONDS + " s: " + listed(steps);
    }

    private static String listed(List<Step> steps) {
        return steps.stream().map(step -> step.name() + " " + step.seconds() + " s").collect(Collectors.joining(", "));
    }
}
