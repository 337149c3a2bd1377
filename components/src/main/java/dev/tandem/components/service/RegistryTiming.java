package dev.tandem.components.service;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How long, at most, callers are still told of a task that went bad: the sum of its steps. The end of an essential container
 * ends the task, and ECS takes an ending task out of Cloud Map; Cloud Map's own custom health would wait 30 s more.
 *
 * @param steps one after the other
 */
public record RegistryTiming(List<Step> steps) {

    /** The requirement, seconds. */
    public static final int LIMIT_SECONDS = 30;

    /** Seconds between two health checks of the application's container. */
    public static final int CHECK_INTERVAL = 5;

    /** Failed checks in a row that end the container. */
    public static final int CHECK_RETRIES = 2;

    /** Seconds that one check may take: the least that ECS takes is 2. */
    public static final int CHECK_TIMEOUT = 2;

    private static final int DEREGISTRATION = 5;

    /**
     * One step.
     *
     * @param name    what happens
     * @param seconds how long it takes at most
     */
    public record Step(String name, int seconds) {}

    /** @throws IllegalArgumentException when the steps take longer than {@link #LIMIT_SECONDS}; names them all */
    public RegistryTiming {
        steps = List.copyOf(steps);
        int sum = steps.stream().mapToInt(Step::seconds).sum();
        if (sum > LIMIT_SECONDS) {
            throw new IllegalArgumentException("callers would be told of an ill task for up to " + sum + " s, the limit is "
                    + LIMIT_SECONDS + " s: " + listed(steps));
        }
    }

    /**
     * The timing of a service.
     *
     * @param dnsTtlSeconds lifetime of discovery answers
     */
    public static RegistryTiming of(int dnsTtlSeconds) {
        return new RegistryTiming(List.of(
                new Step("failed checks", CHECK_INTERVAL * CHECK_RETRIES),
                new Step("time-out of the last", CHECK_TIMEOUT),
                new Step("end of the task and deregistration", DEREGISTRATION),
                new Step("lifetime of answers", dnsTtlSeconds)));
    }

    /** Seconds of all steps. */
    public int totalSeconds() {
        return steps.stream().mapToInt(Step::seconds).sum();
    }

    /** One line for a preview. */
    public String text() {
        return "discovery is right within " + totalSeconds() + " s of " + LIMIT_SECONDS + " s: " + listed(steps);
    }

    private static String listed(List<Step> steps) {
        return steps.stream().map(step -> step.name() + " " + step.seconds() + " s").collect(Collectors.joining(", "));
    }
}
