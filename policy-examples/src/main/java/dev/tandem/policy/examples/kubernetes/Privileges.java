package dev.tandem.policy.examples.kubernetes;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.ResourceContext;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** A container must not become the node that it runs on. */
final class Privileges {

    private static final String STANDARD = "Kubernetes Pod Security Standards";

    static final Rule NO_PRIVILEGED_CONTAINER = Rule.resource("no-privileged-container")
            .on(Workloads.types())
            .summary("Containers are not privileged and cannot become so")
            .fix("Set securityContext.privileged and securityContext.allowPrivilegeEscalation to false")
            .level(EnforcementLevel.MANDATORY)
            .severity(Severity.CRITICAL)
            .control(STANDARD, "restricted", "Privilege Escalation")
            .check(c -> c.each(Workloads.containers(c), container -> {
                Property privileged = container.at("securityContext.privileged");
                if (privileged.boolOr(false)) {
                    c.violation(privileged, Workloads.name(container), "container '" + Workloads.name(container) + "' is privileged");
                }
                Property escalation = container.at("securityContext.allowPrivilegeEscalation");
                if (escalation.boolOr(true)) {
                    c.violation(escalation, Workloads.name(container) + "/escalation",
                            "container '" + Workloads.name(container) + "' may gain more privileges than it starts with");
                }
            }));

    static final Rule NO_HOST_NAMESPACE = Rule.resource("no-host-namespace")
            .on(Workloads.types())
            .summary("Pods share no namespace with their node")
            .fix("Remove hostNetwork, hostPID and hostIPC")
            .level(EnforcementLevel.MANDATORY)
            .severity(Severity.HIGH)
            .control(STANDARD, "baseline", "Host Namespaces")
            .check(c -> c.each(List.of("hostNetwork", "hostPID", "hostIPC"), key -> {
                Property shared = Workloads.podSpec(c).at(key);
                if (shared.boolOr(false)) {
                    c.violation(shared, key, key + " is true");
                }
            }));

    static final Rule NON_ROOT = Rule.resource("non-root")
            .on(Workloads.types())
            .summary("Containers do not run as root")
            .fix("Set runAsNonRoot: true in the pod's securityContext, or in each container's")
            .level(EnforcementLevel.MANDATORY)
            .severity(Severity.HIGH)
            .control(STANDARD, "restricted", "Running as Non-root")
            .check(c -> c.each(Workloads.containers(c), container -> {
                if (!nonRoot(c, container)) {
                    c.violation(container.at("securityContext.runAsNonRoot"), Workloads.name(container),
                            "container '" + Workloads.name(container) + "' may run as root");
                }
            }));

    private Privileges() {}

    /** What the container says is stronger than what the pod says. */
    private static boolean nonRoot(ResourceContext c, Property container) {
        return container.at("securityContext.runAsNonRoot")
                .bool()
                .orElseGet(() -> Workloads.podSpec(c).at("securityContext.runAsNonRoot").boolOr(false));
    }
}
