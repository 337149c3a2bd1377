package dev.tandem.policies.audit;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.ArrayList;
import java.util.List;

/** A Kubernetes control plane records all that it can: calls, who made them, who got in, and what was decided. */
public final class ClusterLogs implements ResourceCheck {

    private static final List<String> ALL = List.of("api", "audit", "authenticator", "controllerManager", "scheduler");

    @Override
    public void check(ResourceContext context) {
        Property types = First.of(context.resource(), "enabledClusterLogTypes", "logging.clusterLogging.enabledTypes");
        List<String> on = new ArrayList<>();
        for (Property item : types.items()) {
            on.add((item.isKnown() && !item.at("type").isMissing() ? item.at("type") : item).stringOr(""));
        }
        List<String> off = ALL.stream().filter(type -> !on.contains(type)).toList();
        if (!off.isEmpty()) {
            context.violation(types, "logs", "the control plane does not record " + String.join(", ", off)
                    + ", expected all of " + ALL);
        }
    }
}
