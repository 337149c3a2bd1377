package dev.tandem.components.service;

import dev.tandem.components.iam.MoveRequests;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The role by which ECS moves a service's requests and asks its hooks. Pure. */
final class RolloutRole {

    /** As AWS documents it: whether ECS says for which account it asks is not, and a condition on it could lock ECS out. */
    private static final PolicyDocument TRUST = new PolicyDocument(PolicyDocument.Kind.TRUST, List.of(
            Statement.allow("AssumedByService").services("ecs.amazonaws.com").actions("sts:AssumeRole").build()));

    private RolloutRole() {}

    static RolePlan of(MeshServicePlan plan, EcsRollout rollout) {
        ServiceNames names = plan.names();
        String balancer = names.project() + "-" + names.environment() + "-" + names.region();
        List<Statement> rights = new ArrayList<>(MoveRequests.of(
                names.arn("elasticloadbalancing", "listener-rule/app/" + balancer + "/*"),
                List.of(names.arn("elasticloadbalancing", "targetgroup/" + names.targetGroup() + "/*"),
                        names.arn("elasticloadbalancing", "targetgroup/" + names.greenTargetGroup() + "/*")),
                names.region()));
        if (!rollout.hooks().isEmpty()) {
            rights.add(Statement.allow("AskHooks")
                    .actions("lambda:InvokeFunction")
                    .resources(rollout.hooks().values().stream().map(EcsRollout.Hook::functionArn).distinct().sorted().toList())
                    .build());
        }
        return new RolePlan(names.role("rollout"), "Moves requests of " + plan.args().name() + " between two versions",
                TRUST,
                Map.of("move-requests", PolicyDocument.identity(rights.toArray(Statement[]::new))),
                plan.executionRole().permissionsBoundaryArn(), Map.of());
    }
}
