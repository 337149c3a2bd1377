package dev.tandem.components.iam;

import java.util.List;

/** The right to change how many tasks services have. Pure. */
public final class ScalingRights {

    private ScalingRights() {}

    /**
     * For services of a region. Application Auto Scaling asks ECS with the caller's rights, so both are needed.
     *
     * @param region      where the services run
     * @param accountId   twelve digits
     * @param serviceArns the services, of ECS
     */
    public static List<Statement> of(String region, String accountId, List<String> serviceArns) {
        return List.of(
                Statement.allow("SetCapacity")
                        .actions("application-autoscaling:RegisterScalableTarget")
                        .resources("arn:aws:application-autoscaling:" + region + ":" + accountId + ":scalable-target/*")
                        .when(Condition.stringEquals("application-autoscaling:service-namespace", "ecs"))
                        .build(),
                Statement.allow("ScaleServices")
                        .actions("ecs:DescribeServices", "ecs:UpdateService")
                        .resources(serviceArns)
                        .build());
    }
}
