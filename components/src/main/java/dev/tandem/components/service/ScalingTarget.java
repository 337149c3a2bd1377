package dev.tandem.components.service;

import java.util.Locale;

/**
 * A value that scaling keeps a metric near: an existing auto-scaling policy, as data.
 *
 * @param metric what is measured
 * @param value  percent for CPU and memory, requests a minute for each task, seconds for the latency
 */
public record ScalingTarget(Metric metric, double value) {

    /** What can be aimed at. */
    public enum Metric {
        /** Mean CPU of the tasks, percent. */
        CPU("ECSServiceAverageCPUUtilization", 10, 90, false),
        /** Mean memory of the tasks, percent. */
        MEMORY("ECSServiceAverageMemoryUtilization", 10, 90, false),
        /** Requests from the load balancer for each task, a minute. */
        REQUESTS("ALBRequestCountPerTarget", 1, 1_000_000, true),
        /** 95th percentile of the answers' time, seconds: a metric of our own choice, which no predefined one covers. */
        P95("", 0.001, 60, true);

        private final String predefined;
        private final double least;
        private final double most;
        private final boolean needsPath;

        Metric(String predefined, double least, double most, boolean needsPath) {
            this.predefined = predefined;
            this.least = least;
            this.most = most;
            this.needsPath = needsPath;
        }

        /** Name that Application Auto Scaling knows; empty for a metric of our own choice. */
        public String predefined() {
            return predefined;
        }

        /** Whether it is measured at the load balancer. */
        public boolean needsPath() {
            return needsPath;
        }

        /** The word used in names and configuration. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Least value that makes sense. */
        public double least() {
            return least;
        }

        /** Largest value that makes sense. */
        public double most() {
            return most;
        }
    }

    /** 60 % CPU. */
    public static final ScalingTarget DEFAULT = new ScalingTarget(Metric.CPU, 60);

    /** @throws IllegalArgumentException when the value is out of the metric's range */
    public ScalingTarget {
        if (!(value >= metric.least() && value <= metric.most())) {
            throw new IllegalArgumentException("scaling aims at " + metric.key() + " " + value + ": expected "
                    + metric.least() + " to " + metric.most());
        }
    }
}
