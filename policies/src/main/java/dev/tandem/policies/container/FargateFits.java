package dev.tandem.policies.container;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/**
 * A Fargate task is as large as its containers together. AWS refuses a task whose containers ask for more; a sidecar that
 * names no share still takes one, counted as 256 CPU units (a quarter of a vCPU) and 256 MiB.
 */
public final class FargateFits implements ResourceCheck {

    private static final long SIDECAR_UNITS = 256;
    private static final long SIDECAR_MIB = 256;

    /** What containers ask for: of sidecars, of others, and how many of the others name nothing. */
    private static final class Sum {
        private long sidecars;
        private long others;
        private boolean meshed;
        private String nameless = "";

        private void add(boolean sidecar, String name, long share) {
            meshed |= sidecar;
            sidecars += sidecar ? share : 0;
            others += sidecar ? 0 : share;
            nameless = !sidecar && share == 0 && nameless.isEmpty() ? name : nameless;
        }
    }

    @Override
    public void check(ResourceContext context) {
        if (!context.get("requiresCompatibilities").strings().contains("FARGATE")) {
            context.notApplicable("the task does not ask for Fargate");
            return;
        }
        long cpu = FargateSizes.units(context.get("cpu").stringOr("0"));
        long memory = FargateSizes.units(context.get("memory").stringOr("0"));
        if (cpu == 0 || memory == 0) {
            context.notApplicable("ecs-fargate-size says that the task has no size");
            return;
        }
        Sum units = new Sum();
        Sum mib = new Sum();
        for (Property container : Containers.of(context)) {
            String name = container.key("name").stringOr("");
            boolean sidecar = name.contains("envoy") || name.contains("mesh") || container.key("image").stringOr("").contains("envoy");
            long hard = container.key("memory").integerOr(0);
            units.add(sidecar, name, container.key("cpu").integerOr(0));
            mib.add(sidecar, name, container.key("memoryReservation").integerOr(hard));
            if (hard > memory) {
                context.violation(container.key("memory"), "container::" + name, "container " + name + " may take " + hard
                        + " MiB of a task of " + memory + ", expected at most the task's memory");
            }
        }
        judge(context, "cpu", "CPU units", cpu, units, SIDECAR_UNITS);
        judge(context, "memory", "MiB", memory, mib, SIDECAR_MIB);
    }

    private static void judge(ResourceContext context, String path, String unit, long size, Sum sum, long least) {
        long sidecars = sum.meshed ? Math.max(least, sum.sidecars) : 0;
        long all = sidecars + sum.others;
        String parts = all + " " + unit + (sum.meshed ? " (" + sidecars + " of them the sidecar's)" : "");
        if (all > size) {
            context.violation(context.get(path), path, "containers ask for " + parts + ", the task has " + size
                    + "; expected a task that holds them all");
        } else if (all == size && !sum.nameless.isEmpty()) {
            context.violation(context.get(path), path, "containers take all of the " + parts + ", which leaves nothing for "
                    + sum.nameless + "; expected a larger task, or a share for each container");
        }
    }
}
