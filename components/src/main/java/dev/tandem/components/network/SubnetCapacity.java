package dev.tandem.components.network;

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
     * @param vpc                range of the VPC, for the message
     * @param zones              zones in use, two or more
     * @param mostTasks          most tasks of all services together
     * @param endpointInterfaces interfaces of endpoints, all zones together
     * @throws IllegalArgumentException with both numbers, when it does not
     */
    public static void check(Ipv4Cidr vpc, List<String> zones, int mostTasks, int endpointInterfaces) {
        List<SubnetPlan> left = zones.stream().sorted().skip(1)
                .map(zone -> AddressPlan.subnet(vpc, SubnetPlan.Kind.PRIVATE, zone)).toList();
        int offered = addresses(left);
        int needed = needed(mostTasks, endpointInterfaces);
        if (needed > offered) {
            throw new IllegalArgumentException("the network " + vpc + " offers " + offered + " addresses to tasks when one of "
                    + zones.size() + " zones is gone, but " + mostTasks + " tasks, twice during a deployment, and "
                    + endpointInterfaces + " endpoint interfaces need " + needed + ": choose a larger range, such as /"
                    + Math.max(AddressPlan.LARGEST_PREFIX, vpc.prefix() - 1) + ", more zones, or fewer tasks");
        }
    }
}
