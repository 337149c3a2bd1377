package dev.tandem.components.network;

import java.util.Comparator;
import java.util.List;

/**
 * Whether private subnets have an address for everything that needs one at once: each task has a network interface of its own,
 * a rolling deployment runs twice the tasks, and interface endpoints have one in each of their zones. Pure.
 */
public final class SubnetCapacity {

    /** AWS keeps the first four addresses and the last one of every subnet. */
    private static final int RESERVED = 5;

    /** A deployment may run 200 % of the tasks. */
    private static final int DURING_DEPLOYMENT = 2;

    private SubnetCapacity() {}

    /** Addresses that private subnets offer, all zones together. */
    public static int addresses(List<SubnetPlan> privateSubnets) {
        return privateSubnets.stream().mapToInt(subnet -> (int) subnet.cidr().size() - RESERVED).sum();
    }

    /** Addresses that are needed at once. */
    public static int needed(int mostTasks, int endpointInterfaces) {
        return mostTasks * DURING_DEPLOYMENT + endpointInterfaces;
    }

    /**
     * Checks that the network holds its tasks even when one zone is gone, since ECS then starts all of them in the others.
     *
     * @param plan      the network; the zone with most addresses is the one that is gone
     * @param mostTasks most tasks of all services together
     * @throws IllegalArgumentException with both numbers, when it does not
     */
    public static void check(NetworkPlan plan, int mostTasks) {
        List<SubnetPlan> subnets = plan.subnets(SubnetPlan.Kind.PRIVATE);
        int endpointInterfaces = plan.interfacePolicies().size() * plan.endpointZones().size();
        List<SubnetPlan> left = subnets.stream()
                .sorted(Comparator.comparingLong(subnet -> -subnet.cidr().size())).skip(1).toList();
        int offered = addresses(left);
        int needed = needed(mostTasks, endpointInterfaces);
        if (needed > offered) {
            String who = plan.existing().map(existing -> "the private subnets of " + existing.vpcId() + " offer ")
                    .orElse("the network " + plan.cidr() + " offers ");
            String larger = plan.existing().map(existing -> "larger subnets")
                    .orElse("a larger range, such as /" + Math.max(AddressPlan.LARGEST_PREFIX, plan.cidr().prefix() - 1));
            throw new IllegalArgumentException(who + offered + " addresses to tasks when one of "
                    + subnets.size() + " zones is gone, but " + mostTasks + " tasks, twice during a deployment, and "
                    + endpointInterfaces + " endpoint interfaces need " + needed + ": choose " + larger
                    + ", more zones, or fewer tasks");
        }
    }
}
