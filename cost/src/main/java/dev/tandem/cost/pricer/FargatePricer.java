package dev.tandem.cost.pricer;

import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Items;
import dev.tandem.cost.book.Price;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.plan.TaskSize;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** ECS services on Fargate: tasks on demand and on Spot, releases that run beside them, public addresses. */
final class FargatePricer implements Pricer {

    private static final String DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";

    @Override
    public Set<String> types() {
        return Set.of(FargateService.TYPE, DEFINITION);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<FargateService> services = FargateService.of(plan);
        List<Resource> known = services.stream().map(FargateService::resource).toList();
        List<Resource> others = plan.ofType(FargateService.TYPE).stream().filter(s -> !known.contains(s)).toList();
        if (!others.isEmpty()) {
            bill.notPriced(others, "runs on other capacity than Fargate, whose instances are priced elsewhere or not");
        }
        List<FargateService> lasting = services.stream().filter(s -> !s.releasing()).toList();
        List<FargateService> releasing = services.stream().filter(FargateService::releasing).toList();
        lasting.forEach(s -> tasks(bill, s));
        Map<String, FargateService> byService = new LinkedHashMap<>();
        releasing.forEach(s -> byService.putIfAbsent(s.service() + s.region(), s));
        lasting.forEach(s -> byService.putIfAbsent(s.service() + s.region(), s));
        byService.values().forEach(s -> release(bill, s));
        bill.metered(Items.TRANSFER_ZONES, known, Meter.TRANSFER_ZONES, "data between zones, out of one");
        bill.metered(Items.TRANSFER_ZONES, known, Meter.TRANSFER_ZONES, "data between zones, into the other");
    }

    private static void tasks(Bill bill, FargateService s) {
        BigDecimal onDemand = s.tasks().onDemand();
        BigDecimal spot = s.tasks().spot();
        BigDecimal growth = s.tasks().maximum().subtract(onDemand).subtract(spot).max(BigDecimal.ZERO);
        boolean more = growth.signum() > 0;
        boolean growsOnSpot = spot.signum() > 0;
        if (onDemand.signum() > 0 || more && !growsOnSpot) {
            run(bill, s, onDemand, onDemand.add(growsOnSpot ? BigDecimal.ZERO : growth), false);
        }
        if (growsOnSpot) {
            run(bill, s, spot, spot.add(growth), true);
        }
        savings(bill, s, onDemand);
        if (Plan.isTrue(s.resource().get("networkConfiguration[0].assignPublicIp"))) {
            bill.charge(Items.VPC_IPV4, s.resource()).always(Quantity.of(s.tasks().typical()))
                    .maximum(s.tasks().maximum().multiply(Bill.HOURS)).noting("one address for each task")
                    .add("public IPv4 addresses of " + s.resource().name());
        }
    }

    private static void run(Bill bill, FargateService s, BigDecimal tasks, BigDecimal maximum, boolean spot) {
        TaskSize size = s.size();
        String what = s.resource().name() + ": " + show(tasks)
                + (spot ? " task(s) on Spot, " : " task(s) on demand, ");
        resource(bill, s, vcpu(size, spot), vcpu(size, false), tasks, maximum, size.vcpu(), what + "vCPU");
        resource(bill, s, memory(size, spot), memory(size, false), tasks, maximum, size.memoryGb(), what + "memory");
        if (size.extraStorageGb().signum() > 0) {
            resource(bill, s, Items.FARGATE_EPHEMERAL, Items.FARGATE_EPHEMERAL, tasks, maximum,
                    size.extraStorageGb(), what + "storage above 20 GB");
        }
    }

    private static void resource(Bill bill, FargateService s, ItemKey item, ItemKey worst, BigDecimal tasks,
            BigDecimal maximum, BigDecimal each, String description) {
        bill.charge(item, s.resource()).always(Quantity.of(tasks.multiply(each))).worst(worst)
                .maximum(maximum.multiply(each).multiply(Bill.HOURS)).noting(s.notes()).add(description);
    }

    /** A second version runs on demand beside the first while a release is watched: as the plan says, else one task. */
    private static void release(Bill bill, FargateService s) {
        Quantity hours = bill.usage(s.service(), Meter.RELEASE_HOURS);
        BigDecimal tasks = s.releasing() ? s.tasks().typical() : BigDecimal.ONE;
        String what = s.service() + ": " + (s.releasing() ? show(tasks) + " task(s)" : "one task")
                + " of a second version during releases, ";
        releasing(bill, s, vcpu(s.size(), false), hours, tasks.multiply(s.size().vcpu()), s.size().vcpu(), what + "vCPU");
        releasing(bill, s, memory(s.size(), false), hours, tasks.multiply(s.size().memoryGb()), s.size().memoryGb(),
                what + "memory");
    }

    /** A second version of the plan is one that somebody may forget: at the maximum it stays all month. */
    private static void releasing(Bill bill, FargateService s, ItemKey item, Quantity hours, BigDecimal all, BigDecimal each,
            String description) {
        Charge charge = bill.charge(item, s.resource()).quantity(hours.times(all));
        if (s.releasing()) {
            charge.maximum(s.tasks().maximum().multiply(each).multiply(Bill.HOURS)).noting(s.notes());
        }
        charge.add(description);
    }

    /** One option a service, so that options can be added up. */
    private static void savings(Bill bill, FargateService s, BigDecimal onDemand) {
        TaskSize size = s.size();
        TaskSize arm = new TaskSize(size.vcpu(), size.memoryGb(), true, BigDecimal.ZERO, List.of());
        BigDecimal now = hourly(bill, s.region(), size, false);
        BigDecimal then = size.arm() ? hourly(bill, s.region(), size, true) : hourly(bill, s.region(), arm, false);
        String what = "run " + s.resource().name() + "'s " + show(onDemand) + " on-demand task(s) on "
                + (size.arm() ? "Spot" : "ARM64");
        bill.saving(what, onDemand.multiply(now.subtract(then)).multiply(Bill.HOURS));
    }

    private static BigDecimal hourly(Bill bill, Region region, TaskSize size, boolean spot) {
        return unit(bill, vcpu(size, spot), region).multiply(size.vcpu())
                .add(unit(bill, memory(size, spot), region).multiply(size.memoryGb()));
    }

    private static BigDecimal unit(Bill bill, ItemKey item, Region region) {
        return bill.price(item, region).map(Price::perOne).orElse(BigDecimal.ZERO);
    }

    private static ItemKey vcpu(TaskSize size, boolean spot) {
        if (size.arm()) {
            return spot ? Items.FARGATE_ARM_VCPU_SPOT : Items.FARGATE_ARM_VCPU;
        }
        return spot ? Items.FARGATE_X86_VCPU_SPOT : Items.FARGATE_X86_VCPU;
    }

    private static ItemKey memory(TaskSize size, boolean spot) {
        if (size.arm()) {
            return spot ? Items.FARGATE_ARM_MEMORY_SPOT : Items.FARGATE_ARM_MEMORY;
        }
        return spot ? Items.FARGATE_X86_MEMORY_SPOT : Items.FARGATE_X86_MEMORY;
    }

    private static String show(BigDecimal tasks) {
        return tasks.setScale(3, java.math.RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
