package dev.tandem.components.iam;

import java.util.Collection;
import java.util.List;

/**
 * Rights by which ECS moves requests between the target groups of a service. Source: AWS managed policy reference,
 * "AmazonECSInfrastructureRolePolicyForLoadBalancers", version 6; without {@code ModifyListener}, which is for requests that no rule
 * decides on, and for network load balancers.
 */
public final class MoveRequests {

    private static final String[] READ = {
        "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth",
    };

    private MoveRequests() {}

    /**
     * What one service's role may do.
     *
     * @param rules        ARN pattern of the load balancer's rules
     * @param targetGroups ARN patterns of the service's two target groups
     * @param region       where it acts
     */
    public static List<Statement> of(String rules, List<String> targetGroups, String region) {
        return List.of(read(region),
                Statement.allow("MoveRequests").actions("elasticloadbalancing:ModifyRule").resources(rules).build(),
                Statement.allow("MoveTargets")
                        .actions("elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets")
                        .resources(targetGroups)
                        .build());
    }

    /** The most that any such role may do. */
    static List<Statement> limit(Collection<String> balancers, Collection<String> targetGroups, String... regions) {
        return List.of(read(regions),
                Statement.allow("Requests")
                        .actions("elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:ModifyRule",
                                "elasticloadbalancing:RegisterTargets")
                        .resources(balancers)
                        .resources(targetGroups)
                        .build());
    }

    /** None of them knows a resource; the region is the limit. */
    private static Statement read(String... regions) {
        return Statement.allow("ReadTargets").actions(READ).anyResource()
                .when(Condition.stringEquals("aws:RequestedRegion", regions)).build();
    }
}
