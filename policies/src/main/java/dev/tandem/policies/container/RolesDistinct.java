package dev.tandem.policies.container;

import dev.tandem.policies.graph.Links;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/** The application's role is not the one that starts the task: pulling images and reading secrets is not its business. */
public final class RolesDistinct implements StackCheck {

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType(Containers.TASK), task -> {
            Property own = task.get("taskRoleArn");
            Property execution = task.get("executionRoleArn");
            if (own.isMissing() || execution.isMissing()) {
                return;
            }
            if (own.isKnown() && execution.isKnown()
                    ? own.stringOr("").equals(execution.stringOr(""))
                    : sameSource(context, task)) {
                context.violation(task, own, "the task role is also the execution role, expected two roles");
            }
        });
    }

    private static boolean sameSource(StackContext context, Resource task) {
        List<Resource> roles = context.graph().ofType("aws:iam/role:Role");
        return roles.stream().anyMatch(role -> Links.between(task, "taskRoleArn", role) == Links.Link.YES
                && Links.between(task, "executionRoleArn", role) == Links.Link.YES);
    }
}
