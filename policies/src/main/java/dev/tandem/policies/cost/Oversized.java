package dev.tandem.policies.cost;

import dev.tandem.policies.Settings;
import dev.tandem.policies.container.FargateSizes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks and machines are as large as their use asks for. {@code usagePercentiles} says, by the name of a resource (of a
 * task also its family), how many percent of CPU and memory it used at the 95th percentile of some weeks; a size counts as
 * enough when that would be 70 percent of it.
 */
public final class Oversized implements StackCheck {

    private static final double BUSY = 0.7;
    private static final List<String> SIZES =
            List.of("nano", "micro", "small", "medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge");
    private static final Map<String, String> MACHINES = Map.of(
            "aws:ec2/instance:Instance", "instanceType", "aws:rds/instance:Instance", "instanceClass",
            "aws:rds/clusterInstance:ClusterInstance", "instanceClass");

    @Override
    public void check(StackContext context) {
        Optional<String> said = Settings.text(context, "usagePercentiles");
        if (said.isEmpty()) {
            context.notApplicable("nobody measured: the stack has no usagePercentiles");
            return;
        }
        Map<String, Property> used = Property.of(PropertyPath.ROOT, new Value.Text(said.get())).json().entries();
        context.each(context.graph().ofType("aws:ecs/taskDefinition:TaskDefinition"), task -> {
            Property share = used.getOrDefault(task.name(), used.get(task.get("family").isKnown() ? task.get("family").stringOr("") : ""));
            if (share != null && !share.isMissing()) {
                task(context, task, share);
            }
        });
        MACHINES.forEach((type, path) -> context.each(context.graph().ofType(type), machine -> {
            if (used.containsKey(machine.name())) {
                machine(context, machine, machine.get(path), used.get(machine.name()));
            }
        }));
    }

    private static void task(StackContext context, Resource task, Property share) {
        long cpu = FargateSizes.units(task.get("cpu").stringOr("0"));
        long memory = FargateSizes.units(task.get("memory").stringOr("0"));
        Optional<long[]> enough = FargateSizes.smallest(
                cpu * percent(share, "cpu") / BUSY, memory * percent(share, "memory") / BUSY);
        if (enough.isPresent() && cpu > 0 && (enough.get()[0] < cpu || enough.get()[0] == cpu && enough.get()[1] < memory)) {
            context.violation(task, task.get("cpu"), "size", "uses " + text(share) + " of " + cpu + " CPU units and " + memory
                    + " MiB, expected " + enough.get()[0] + " and " + enough.get()[1] + ", which would be 70 % busy");
        }
    }

    private static void machine(StackContext context, Resource machine, Property size, Property share) {
        String name = size.stringOr("");
        int dot = name.lastIndexOf('.');
        int at = SIZES.indexOf(name.substring(dot + 1));
        // Each size has half the processors and memory of the next.
        if (at > 0 && Math.max(percent(share, "cpu"), percent(share, "memory")) * 2 <= BUSY) {
            context.violation(machine, size, "size", "uses " + text(share) + " of " + name + ", expected "
                    + name.substring(0, dot + 1) + SIZES.get(at - 1) + ", which would be at most 70 % busy");
        }
    }

    /** Between 0 and 1; all of it when nobody measured. */
    private static double percent(Property share, String of) {
        return share.at(of).number().orElse(100) / 100;
    }

    private static String text(Property share) {
        return share.at("cpu").stringOr("?") + " % of the CPU and " + share.at("memory").stringOr("?") + " % of the memory";
    }
}
