package dev.tandem.components.service;

import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionPathPatternArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.network.MeshPorts;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's place behind the load balancer.
 *
 * @param targetGroup its tasks' edge listeners
 * @param rule        its path
 */
record ServiceEdge(TargetGroup targetGroup, ListenerRule rule) {

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
        TargetGroup targetGroup = new TargetGroup(
                name + "-target-group",
                TargetGroupArgs.builder()
                        .name(plan.names().targetGroup())
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
        String path = plan.args().path().orElseThrow();
        ListenerRule rule = new ListenerRule(
                name + "-path",
                ListenerRuleArgs.builder()
                        .listenerArn(foundation.httpsListenerArn())
                        .priority(plan.priority().orElseThrow())
                        .conditions(conditions(plan, path))
                        .actions(ListenerRuleActionArgs.builder()
                                .type("forward")
                                .targetGroupArn(targetGroup.arn())
                                .build())
                        .tags(plan.tags())
                        .build(),
                options);
        return new ServiceEdge(targetGroup, rule);
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
