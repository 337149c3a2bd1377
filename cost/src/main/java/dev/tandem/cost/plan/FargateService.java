package dev.tandem.cost.plan;

import dev.tandem.cost.book.Region;
import dev.tandem.policy.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An ECS service on Fargate.
 *
 * @param resource the ECS service
 * @param service name of the service that it is a part of: its component, else its own name
 * @param region where it runs
 * @param size of one task
 * @param tasks how many run
 */
public record FargateService(Resource resource, String service, Region region, TaskSize size, RunningTasks tasks) {

    /** Type of ECS services. */
    public static final String TYPE = "aws:ecs/service:Service";

    /** All of a plan; ECS services on other capacity are left out. */
    public static List<FargateService> of(Plan plan) {
        List<FargateService> out = new ArrayList<>();
        for (Resource s : plan.ofType(TYPE)) {
            CapacityMix.of(plan, s).ifPresent(mix -> out.add(new FargateService(s, nameOf(plan, s), plan.region(s),
                    TaskSize.of(plan, s), Scaling.of(plan, s, mix))));
        }
        return out;
    }

    /** Name of the service that an ECS service belongs to. */
    public static String nameOf(Plan plan, Resource ecsService) {
        Component owner = plan.component(ecsService);
        return owner.equals(Component.STACK) ? ecsService.name() : owner.name();
    }

    /** Names of all services of a plan, for usage files. */
    public static Set<String> names(Plan plan) {
        return plan.ofType(TYPE).stream().map(s -> nameOf(plan, s)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it runs during releases only: a second version, tagged {@code Version: canary}. */
    public boolean releasing() {
        return resource.get("tags.Version").stringOr("").equals("canary");
    }

    /** Assumptions about size and number. */
    public List<String> notes() {
        List<String> all = new ArrayList<>(size.notes());
        all.addAll(tasks.notes());
        return all;
    }
}
