package dev.tandem.policies.container;

import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Fargate task has one of the sizes that exist; AWS refuses others only when the service starts. */
public final class FargateSizes implements ResourceCheck {

    /** CPU units to least, most and step of MiB. Compared 2026-11-22 with https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html. */
    private static final Map<Long, long[]> SIZES = new TreeMap<>(Map.of(
            256L, new long[] {512, 2048, 512}, 512L, new long[] {1024, 4096, 1024}, 1024L, new long[] {2048, 8192, 1024},
            2048L, new long[] {4096, 16384, 1024}, 4096L, new long[] {8192, 30720, 1024},
            8192L, new long[] {16384, 61440, 4096}, 16384L, new long[] {32768, 122880, 8192}));

    @Override
    public void check(ResourceContext context) {
        boolean fargate = context.get("requiresCompatibilities").strings().contains("FARGATE");
        if (!fargate) {
            context.notApplicable("the task does not ask for Fargate");
            return;
        }
        long cpu = units(context.get("cpu").stringOr("0"));
        long memory = units(context.get("memory").stringOr("0"));
        long[] allowed = SIZES.get(cpu);
        boolean small = cpu == 256 && (memory == 512 || memory == 1024 || memory == 2048);
        boolean fits = allowed != null && memory >= allowed[0] && memory <= allowed[1] && memory % allowed[2] == 0;
        if (cpu == 256 ? !small : !fits) {
            context.violation(allowed == null ? context.get("cpu") : context.get("memory"), "found " + cpu
                    + " CPU units with " + memory + " MiB, expected " + (allowed == null
                            ? "cpu of " + SIZES.keySet()
                            : allowed[0] + " to " + allowed[1] + " MiB in steps of " + allowed[2] + " for " + cpu));
        }
    }

    /**
     * The smallest size that holds this much; empty when none does.
     *
     * @param cpu in CPU units, 1024 for a vCPU
     * @param memory in MiB
     * @return CPU units and MiB
     */
    public static Optional<long[]> smallest(double cpu, double memory) {
        for (Map.Entry<Long, long[]> size : SIZES.entrySet()) {
            long[] range = size.getValue();
            long step = size.getKey() == 256 && memory > 1024 ? 1024 : range[2];
            long mib = Math.max(range[0], (long) Math.ceil(memory / step) * step);
            if (size.getKey() >= cpu && mib <= range[1]) {
                return Optional.of(new long[] {size.getKey(), mib});
            }
        }
        return Optional.empty();
    }

    /** CPU units or MiB of {@code 512}, {@code .5 vCPU} or {@code 1 GB}; 0 for what is no number. */
    public static long units(String text) {
        String t = text.trim().toLowerCase(Locale.ROOT);
        try {
            if (t.endsWith("vcpu") || t.endsWith("gb")) {
                return Math.round(Double.parseDouble(t.replaceAll("[^0-9.]", "")) * 1024);
            }
            return Long.parseLong(t);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
