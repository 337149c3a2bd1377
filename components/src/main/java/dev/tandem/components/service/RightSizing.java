package dev.tandem.components.service;

import java.util.Comparator;
import java.util.Optional;

/**
 * Advice on a task's size from what its application used: the smallest size of Fargate in which the application keeps half of
 * its CPU, and a quarter of its memory, in reserve.
 */
public final class RightSizing {

    /** The application may use this share of its CPU at the 95th percentile, percent: scaling aims at 60. */
    public static final int CPU_PERCENT = 50;

    /** The application may use this share of its memory at the 99th percentile, percent: memory does not come back. */
    public static final int MEMORY_PERCENT = 75;

    private RightSizing() {}

    /**
     * What an application used.
     *
     * @param cpuUnitsP95  95th percentile, CPU units (1024 are one vCPU)
     * @param memoryMibP99 99th percentile, MiB
     */
    public record Observed(int cpuUnitsP95, int memoryMibP99) {
        /** @throws IllegalArgumentException unless both are positive */
        public Observed {
            if (cpuUnitsP95 < 1 || memoryMibP99 < 1) {
                throw new IllegalArgumentException("observed use of " + cpuUnitsP95 + " CPU units and " + memoryMibP99
                        + " MiB: expected at least 1 each");
            }
        }
    }

    /** The size that fits best; empty when none is large enough. */
    public static Optional<FargateSize> best(Observed observed) {
        return FargateSize.validPairs().entrySet().stream()
                .flatMap(pair -> pair.getValue().stream().map(memory -> new FargateSize(pair.getKey(), memory)))
                .filter(size -> fits(size, observed))
                .min(Comparator.comparingInt(FargateSize::cpuUnits).thenComparingInt(FargateSize::memoryMiB));
    }

    /** One line for a preview; empty when the size is the best one. */
    public static Optional<String> advice(String service, FargateSize size, Observed observed) {
        Optional<FargateSize> best = best(observed);
        if (best.isEmpty()) {
            return Optional.of("service " + service + " used " + used(observed) + ", more than the largest task of Fargate"
                    + " leaves an application: run more tasks");
        }
        FargateSize fitting = best.get();
        if (fitting.equals(size)) {
            return Optional.empty();
        }
        return Optional.of("service " + service + " has " + shown(size) + " and its application used " + used(observed) + ": "
                + shown(fitting) + " would " + (fits(size, observed) ? "do" : "be needed"));
    }

    private static boolean fits(FargateSize size, Observed observed) {
        try {
            TaskShares.Share app = TaskShares.of(size).app();
            return observed.cpuUnitsP95() * 100 <= app.cpuUnits() * CPU_PERCENT
                    && observed.memoryMibP99() * 100 <= app.memoryMiB() * MEMORY_PERCENT;
        } catch (IllegalArgumentException tooSmallForTheSidecars) {
            return false;
        }
    }

    private static String shown(FargateSize size) {
        return size.cpuUnits() + " CPU units and " + size.memoryMiB() + " MiB";
    }

    private static String used(Observed observed) {
        return observed.cpuUnitsP95() + " CPU units (P95) and " + observed.memoryMibP99() + " MiB (P99)";
    }
}
