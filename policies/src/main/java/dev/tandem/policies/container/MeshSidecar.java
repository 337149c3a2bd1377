package dev.tandem.policies.container;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/**
 * Where some tasks of a stack carry an Envoy sidecar, every task that serves on the network does: one without it is
 * outside of the mesh, in plain text and unseen. A sidecar that may end while its application goes on is none.
 */
public final class MeshSidecar implements StackCheck {

    @Override
    public void check(StackContext context) {
        List<Resource> tasks = context.graph().ofType(AwsTypes.canonical(Containers.TASK));
        if (tasks.stream().noneMatch(MeshSidecar::meshed)) {
            return;
        }
        context.each(tasks, task -> {
            List<Property> containers = Containers.of(task.get("containerDefinitions"));
            boolean serves = containers.stream().anyMatch(c -> !c.key("portMappings").items().isEmpty());
            List<Property> sidecars = containers.stream().filter(MeshSidecar::isEnvoy).toList();
            if (serves && sidecars.isEmpty()) {
                context.violation(task, "found no Envoy sidecar in a task that serves on the network, expected one as in"
                        + " the stack's other tasks");
            }
            sidecars.stream().filter(s -> !s.key("essential").boolOr(true)).forEach(s -> context.violation(task,
                    s.key("essential"), "the Envoy sidecar may end while the task goes on: found essential = false,"
                            + " expected true"));
        });
    }

    private static boolean meshed(Resource task) {
        Property definitions = task.get("containerDefinitions");
        if (!definitions.isKnown()) {
            return false;
        }
        try {
            return Containers.of(definitions).stream().anyMatch(MeshSidecar::isEnvoy);
        } catch (dev.tandem.policy.model.UndecidedException e) {
            // A definition that cannot be read says nothing of the stack's habits.
            return false;
        }
    }

    private static boolean isEnvoy(Property container) {
        return container.key("name").stringOr("").contains("envoy") || container.key("image").stringOr("").contains("envoy");
    }
}
