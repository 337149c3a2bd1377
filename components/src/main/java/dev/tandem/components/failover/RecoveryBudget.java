package dev.tandem.components.failover;

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

    /**
     * One step.
     *
     * @param name    what happens
     * @param seconds how long it takes at most
     * @param source  where the number comes from
     */
    public record Step(String name, int seconds, String source) {}

    /** @throws IllegalArgumentException when the steps take longer than {@link #LIMIT_SECONDS} */
    public RecoveryBudget {
        steps = List.copyOf(steps);
        int total = steps.stream().mapToInt(Step::seconds).sum();
        if (total > LIMIT_SECONDS) {
            throw new IllegalArgumentException("failover takes up to " + total + " s, the limit is " + LIMIT_SECONDS + " s: "
                    + steps.stream().map(step -> step.name() + " " + step.seconds() + " s").collect(Collectors.joining(", ")));
        }
    }

    /** The budget of a pair whose checks are these. */
    static RecoveryBudget of(EdgeCheck check) {
        return new RecoveryBudget(List.of(
                new Step("detection", check.intervalSeconds() * check.failures(),
                        check.failures() + " checks at " + check.intervalSeconds() + " s"),
                new Step("spread", 60, "slack for Route 53 to agree among its checkers and tell its name servers"),
                new Step("name lifetime", 60, "TTL of an alias record to a load balancer, fixed by AWS"),
                new Step("open connections", 60, "idle timeout of the load balancer: kept-alive connections end"),
                new Step("scale-out", 180, "target tracking adds tasks after three data points of one minute"),
                new Step("task start", 90, "image pull and start of a Fargate task, and two health checks at 10 s")));
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
}
