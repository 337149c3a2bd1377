package dev.tandem.policies.resilience;


import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** Load balancers, groups, services and functions are in two availability zones or more. */
public final class ComputeZones {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            atLeastTwo("aws:lb/loadBalancer:LoadBalancer", "subnets", "subnetMappings").when("loadBalancerType", "|application|network"),
            atLeastTwo("aws:elb/loadBalancer:LoadBalancer", "subnets", "availabilityZones"),
            atLeastTwo("aws:autoscaling/group:Group", "vpcZoneIdentifiers", "availabilityZones", "vpcZoneIdentifier"),
            atLeastTwo("aws:ecs/service:Service", "networkConfiguration[0].subnets",
                    "networkConfiguration.awsvpcConfiguration.subnets").whenSaid("networkConfiguration"),
            atLeastTwo("aws:lambda/function:Function", "vpcConfig[0].subnetIds").whenSaid("vpcConfig"),
            atLeastTwo("aws:eks/cluster:Cluster", "vpcConfig[0].subnetIds", "resourcesVpcConfig.subnetIds"),
            atLeastTwo("aws:msk/cluster:Cluster", "brokerNodeGroupInfo[0].clientSubnets"));

    private ComputeZones() {}

    private static Demand atLeastTwo(String type, String... paths) {
        return Demand.of(type, "the loss of one zone stops all of it", "subnets in two zones or more",
                p -> p.isUnknown() || p.items().size() >= 2, paths);
    }
}
