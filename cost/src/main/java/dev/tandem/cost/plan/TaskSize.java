package dev.tandem.cost.plan;

import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one Fargate task takes.
 *
 * @param vcpu virtual processors
 * @param memoryGb memory in GB
 * @param arm whether it runs on ARM64, else on x86_64
 * @param extraStorageGb ephemeral storage above the 20 GB that are included
 * @param notes what was assumed
 */
public record TaskSize(BigDecimal vcpu, BigDecimal memoryGb, boolean arm, BigDecimal extraStorageGb,
        List<String> notes) {

    private static final BigDecimal CPU_UNITS = BigDecimal.valueOf(1024);
    private static final BigDecimal INCLUDED_GB = BigDecimal.valueOf(20);
    private static final long ASSUMED_CPU = 512;
    private static final long ASSUMED_MIB = 1024;

    public TaskSize {
        notes = List.copyOf(notes);
    }

    /** The size of a service's tasks, by its task definition. */
    static TaskSize of(Plan plan, Resource service) {
        List<Resource> named = definitions(plan, plan.referenced(service, "taskDefinition"));
        if (!named.isEmpty()) {
            return of(named.get(0));
        }
        // An engine without a provider does not tell what an ARN came from; a component has its own definition then, or one for
        // each of its versions.
        List<TaskSize> beside = service.get("taskDefinition").isUnknown()
                ? definitions(plan, plan.siblings(service)).stream().map(TaskSize::of).distinct().toList() : List.of();
        return beside.size() != 1
                ? new TaskSize(BigDecimal.valueOf(ASSUMED_CPU).divide(CPU_UNITS), BigDecimal.ONE, false,
                        BigDecimal.ZERO,
                        List.of("the task definition is not in the plan: 0.5 vCPU, 1 GB, x86_64 assumed"))
                : beside.get(0);
    }

    private static List<Resource> definitions(Plan plan, List<Resource> among) {
        return among.stream().filter(r -> plan.typeOf(r).equals("aws:ecs/taskDefinition:TaskDefinition")).toList();
    }

    private static TaskSize of(Resource definition) {
        Quantity cpu = Plan.number(definition.get("cpu"), ASSUMED_CPU, ASSUMED_CPU);
        Quantity memory = Plan.number(definition.get("memory"), ASSUMED_MIB, ASSUMED_MIB);
        Quantity storage = Plan.number(definition.get("ephemeralStorage[0].sizeInGib"), 0, 20);
        List<String> notes = new ArrayList<>(cpu.notes());
        notes.addAll(memory.notes());
        notes.addAll(storage.notes());
        if (definition.get("runtimePlatform").isUnknown()) {
            notes.add("runtimePlatform is not known before the deployment: x86_64 assumed");
        }
        boolean arm =
                Plan.text(definition.get("runtimePlatform[0].cpuArchitecture")).filter("ARM64"::equals).isPresent();
        return new TaskSize(cpu.value().divide(CPU_UNITS), memory.value().divide(CPU_UNITS), arm,
                storage.value().subtract(INCLUDED_GB).max(BigDecimal.ZERO), notes);
    }

    @Override
    public String toString() {
        return vcpu.stripTrailingZeros().toPlainString() + " vCPU, " + memoryGb.stripTrailingZeros().toPlainString()
                + " GB, " + (arm ? "ARM64" : "x86_64");
    }
}
