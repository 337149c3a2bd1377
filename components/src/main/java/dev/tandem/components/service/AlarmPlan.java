package dev.tandem.components.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One CloudWatch alarm of a service.
 *
 * @param key              stable part of its name
 * @param description      what is wrong when it fires, and what it means for users
 * @param source           what it watches
 * @param metric           metric name, or for error rates the one that is divided by all requests
 * @param statistic        {@code Average}, {@code Maximum}, {@code Minimum}, {@code Sum}, or a percentile such as {@code p95}
 * @param above            whether it fires above the threshold; below it otherwise
 * @param threshold        in the metric's unit: seconds, percent, or a count
 * @param periodSeconds    length of one data point, 60 or more (standard resolution)
 * @param periods          data points looked at
 * @param datapoints       how many of them must be over the threshold
 * @param missingIsFailure whether silence counts as failure
 */
public record AlarmPlan(
        String key,
        String description,
        Source source,
        String metric,
        String statistic,
        boolean above,
        double threshold,
        int periodSeconds,
        int periods,
        int datapoints,
        boolean missingIsFailure) {

    private static final int MINUTE = 60;
    private static final int FIVE_MINUTES = 300;
    private static final double ERROR_RATE_PERCENT = 1;
    private static final double BUSY_PERCENT = 85;
    private static final Set<String> GATES = Set.of("latency-p95", "error-rate", "no-healthy-task", "memory");

    /** Its physical name, of a service of these names. */
    public String name(ServiceNames names) {
        return names.base() + "-" + key;
    }

    /** What an alarm watches; decides namespace and dimensions. */
    public enum Source {
        /** The target group behind the load balancer. */
        TARGET_GROUP(1),
        /** Failed requests in percent of all: an expression, for which CloudWatch charges both metrics. */
        ERROR_RATE(2),
        /** The same of a service without a path, as its tasks count them and the collector sends it on. */
        TASKS_ERROR_RATE(2),
        /** The ECS service. */
        ECS_SERVICE(1),
        /** The dead-letter queue. */
        DEAD_LETTERS(1);

        private final int billedMetrics;

        Source(int billedMetrics) {
            this.billedMetrics = billedMetrics;
        }

        /** Whether it is measured at the load balancer, by target group. */
        boolean behindLoadBalancer() {
            return this == TARGET_GROUP || this == ERROR_RATE;
        }

        /** Metrics that the alarm is charged for; behind the load balancer twice as many where ECS has two target groups. */
        public int billedMetrics() {
            return billedMetrics;
        }
    }

    /** The alarms of a service: latency, errors and capacity behind the load balancer, or errors alone; resources, dead letters. */
    public static List<AlarmPlan> of(MeshServiceArgs args) {
        List<AlarmPlan> alarms = new ArrayList<>();
        String name = args.name();
        if (args.path().isPresent()) {
            alarms.add(new AlarmPlan("latency-p95", "P95 of " + name + " is over its objective",
                    Source.TARGET_GROUP, "TargetResponseTime", "p95", true, args.latencySlo().p95Seconds(), MINUTE, 5, 3, false));
            alarms.add(new AlarmPlan("latency-p99", "P99 of " + name + " is over its objective",
                    Source.TARGET_GROUP, "TargetResponseTime", "p99", true, args.latencySlo().p99Seconds(), MINUTE, 5, 3, false));
            alarms.add(new AlarmPlan("error-rate", "More than 1 % of the answers of " + name + " are 5xx",
                    Source.ERROR_RATE, "HTTPCode_Target_5XX_Count", "Sum", true, ERROR_RATE_PERCENT, MINUTE, 5, 3, false));
            alarms.add(new AlarmPlan("no-healthy-task", "No task of " + name + " is healthy behind the load balancer",
                    Source.TARGET_GROUP, "HealthyHostCount", "Minimum", false, 1, MINUTE, 3, 3, true));
        } else {
            alarms.add(new AlarmPlan("error-rate", "More than 1 % of the answers of " + name + " to its callers are 5xx",
                    Source.TASKS_ERROR_RATE, CollectorConfig.FAILURES, "Sum", true, ERROR_RATE_PERCENT, MINUTE, 5, 3, false));
        }
        alarms.add(new AlarmPlan("cpu", "CPU of " + name + " stays high although scaling aims lower: the limit is reached",
                Source.ECS_SERVICE, "CPUUtilization", "Average", true, BUSY_PERCENT, FIVE_MINUTES, 3, 3, false));
        alarms.add(new AlarmPlan("memory", "Memory of " + name + " is nearly used up: the next step is a killed container",
                Source.ECS_SERVICE, "MemoryUtilization", "Maximum", true, BUSY_PERCENT, FIVE_MINUTES, 3, 2, false));
        if (args.queue()) {
            alarms.add(new AlarmPlan("dead-letters", "A message of " + name + " failed for good and waits to be looked at",
                    Source.DEAD_LETTERS, "ApproximateNumberOfMessagesVisible", "Maximum", true, 0, FIVE_MINUTES, 1, 1, false));
        }
        return List.copyOf(alarms);
    }

    /** Whether a deployment stops, and is rolled back, while it fires: users feel it, and a new version can be the reason. */
    public boolean gatesDeployments() {
        return GATES.contains(key);
    }

    /** CloudWatch's word for a statistic that is a percentile. */
    public boolean percentile() {
        return statistic.startsWith("p");
    }

    /** File below {@code docs/runbooks} that says what to do when it fires. */
    public String runbook() {
        return switch (source) {
            case TARGET_GROUP -> missingIsFailure ? "service-down.md" : "mesh-route-rollback.md";
            case ERROR_RATE, TASKS_ERROR_RATE -> "mesh-route-rollback.md";
            case ECS_SERVICE -> "service-throttled.md";
            case DEAD_LETTERS -> "dead-letters.md";
        };
    }
}
