package dev.tandem.components.service;

import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionForwardArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionForwardTargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionPathPatternArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.network.MeshPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A service's place behind the load balancer.
 *
 * @param targetGroup its tasks' edge listeners
 * @param rule        its path
 * @param green       tasks of the version that ECS brings beside it; empty where the mesh does
 */
record ServiceEdge(TargetGroup targetGroup, ListenerRule rule, Optional<TargetGroup> green) {

    private static final String HTTPS = "HTTPS";

    /** Three checks of 10 s: a task that fails leaves within 30 s. */
    private static final int CHECK_INTERVAL_SECONDS = 10;

    private static final int CHECK_TIMEOUT_SECONDS = 5;
    private static final int HEALTHY_CHECKS = 2;
    private static final int UNHEALTHY_CHECKS = 3;

    /** Requests under way get this long when a task leaves; below the two minutes' notice of Spot. */
    private static final int DRAIN_SECONDS = 30;

    static ServiceEdge create(
            String name, FoundationRef foundation, MeshServicePlan plan, CustomResourceOptions options) {
        TargetGroup targetGroup = targetGroup(name + "-target-group", plan.names().targetGroup(), foundation, plan, options);
        Optional<TargetGroup> green = plan.args().rollout().map(rollout -> targetGroup(
                name + "-target-group-green", plan.names().greenTargetGroup(), foundation, plan, options));
        String path = plan.args().path().orElseThrow();
        ListenerRule rule = new ListenerRule(
                name + "-path",
                ListenerRuleArgs.builder()
                        .listenerArn(foundation.httpsListenerArn())
                        .priority(plan.priority().orElseThrow())
                        .conditions(conditions(plan, path))
                        .actions(green.map(other -> shared(targetGroup, other)).orElseGet(() -> ListenerRuleActionArgs.builder()
                                .type("forward")
                                .targetGroupArn(targetGroup.arn())
                                .build()))
                        .tags(plan.tags())
                        .build(),
                // The weights are what ECS moves requests by.
                green.isEmpty() ? options : CustomResourceOptions.merge(
                        options, CustomResourceOptions.builder().ignoreChanges("actions").build()));
        return new ServiceEdge(targetGroup, rule, green);
    }

    /** Both target groups, the second one without requests. */
    private static ListenerRuleActionArgs shared(TargetGroup blue, TargetGroup green) {
        return ListenerRuleActionArgs.builder()
                .type("forward")
                .forward(ListenerRuleActionForwardArgs.builder()
                        .targetGroups(
                                ListenerRuleActionForwardTargetGroupArgs.builder().arn(blue.arn()).weight(100).build(),
                                ListenerRuleActionForwardTargetGroupArgs.builder().arn(green.arn()).weight(0).build())
                        .build())
                .build();
    }

    private static TargetGroup targetGroup(
            String name, String physical, FoundationRef foundation, MeshServicePlan plan, CustomResourceOptions options) {
        return new TargetGroup(
                name,
                TargetGroupArgs.builder()
                        .name(physical)
                        .targetType("ip")
                        .protocol(HTTPS)
                        .port(MeshPorts.EDGE)
                        .vpcId(foundation.vpcId())
                        .deregistrationDelay(DRAIN_SECONDS)
                        .healthCheck(TargetGroupHealthCheckArgs.builder()
                                .enabled(true)
                                .protocol(HTTPS)
                                .port("traffic-port")
                                .path(plan.args().healthCheckPath())
                                .matcher("200")
                                .interval(CHECK_INTERVAL_SECONDS)
                                .timeout(CHECK_TIMEOUT_SECONDS)
                                .healthyThreshold(HEALTHY_CHECKS)
                                .unhealthyThreshold(UNHEALTHY_CHECKS)
                                .build())
                        .tags(plan.tags())
                        .build(),
                options);
    }

    private static List<ListenerRuleConditionArgs> conditions(MeshServicePlan plan, String path) {
        List<ListenerRuleConditionArgs> conditions = new ArrayList<>();
        conditions.add(ListenerRuleConditionArgs.builder()
                .pathPattern(ListenerRuleConditionPathPatternArgs.builder().values(path, path + "/*").build())
                .build());
        plan.args().staging().ifPresent(staging -> conditions.add(StagingGround.host(staging.host())));
        return conditions;
    }
}
