package dev.tandem.preview.report;

import java.util.List;

/**
 * How long a failover takes at most, step by step, as the plan's program exports it.
 *
 * @param steps one after the other
 * @param limitSeconds what they may take together
 */
public record RecoveryBudget(List<Step> steps, int limitSeconds) {

    public RecoveryBudget {
        steps = List.copyOf(steps);
    }

    /** A step; source says where its seconds come from. */
    public record Step(String name, int seconds, String source) {}

    /** Of all steps, seconds. */
    public int totalSeconds() {
        return steps.stream().mapToInt(Step::seconds).sum();
    }
}
