package dev.tandem.ops.quota;

import java.util.List;

/**
 * What runs in a cluster, and what would at maximum scale. Pure.
 *
 * @param services ECS services
 */
public record Scale(List<Running> services) {

    /**
     * One ECS service.
     *
     * @param name  such as {@code auth-stable}
     * @param tasks running tasks
     * @param most  tasks at its maximum; the running ones where nothing scales it
     * @param vcpus of one task
     * @param spot  whether it may run on Spot capacity
     * @param subnets that its tasks get their interfaces in
     */
    public record Running(String name, int tasks, int most, double vcpus, boolean spot, List<String> subnets) {}

    double vcpus(boolean spot) {
        return services.stream().filter(each -> each.spot() == spot).mapToDouble(each -> each.tasks() * each.vcpus()).sum();
    }

    double mostVcpus(boolean spot) {
        return services.stream().filter(each -> each.spot() == spot).mapToDouble(each -> each.most() * each.vcpus()).sum();
    }

    int tasks() {
        return services.stream().mapToInt(Running::tasks).sum();
    }

    int most() {
        return services.stream().mapToInt(Running::most).sum();
    }

    /** Ids of all subnets that tasks run in, sorted. */
    List<String> subnets() {
        return services.stream().flatMap(each -> each.subnets().stream()).distinct().sorted().toList();
    }

    /** Tasks that a subnet would get at maximum scale; ECS spreads a service's tasks evenly over its subnets. */
    int growth(String subnet) {
        return services.stream().filter(each -> each.subnets().contains(subnet))
                .mapToInt(each -> (each.most() - each.tasks() + each.subnets().size() - 1) / each.subnets().size()).sum();
    }

    int largest() {
        return services.stream().mapToInt(Running::tasks).max().orElse(0);
    }

    int largestMost() {
        return services.stream().mapToInt(Running::most).max().orElse(0);
    }
}
