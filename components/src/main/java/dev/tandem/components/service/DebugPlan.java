package dev.tandem.components.service;

import dev.tandem.components.foundation.FoundationPlan;
import dev.tandem.components.iam.DebugChannels;
import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A task in which an operator looks at things from where a service stands: its image, network, mesh and rights, beside its own
 * tasks. The application is not started and nothing leads to the task; it ends by itself. Pure.
 *
 * @param family     family of its task definition
 * @param role       what its containers may do
 * @param containers proxy and application; no collector, whose memory the session's agent takes
 * @param tags       the service's own, and {@code Purpose}, by which policies let operators into no other task
 */
record DebugPlan(String family, RolePlan role, List<ContainerPlan> containers, Map<String, String> tags) {

    /** What a service's name must not end with, since families of debug tasks do. */
    static final String SUFFIX = "-debug";

    /** Variable with the task's length, seconds; the command gives another one to each task. */
    static final String SECONDS = "DEBUG_SECONDS";

    private static final int USUAL_SECONDS = 3600;

    /**
     * Where the session's agent writes. AWS supports writable roots only; that these two do is known from
     * https://github.com/aws/containers-roadmap/issues/1359.
     */
    private static final Map<String, String> AGENT = Map.of("agent-data", "/var/lib/amazon", "agent-logs", "/var/log/amazon");

    /** Plans the debug task of a service. */
    static DebugPlan of(MeshServicePlan plan) {
        ServiceNames names = plan.names();
        ContainerPlan app = container(plan, TaskContainers.APP);
        Map<String, String> environment = new TreeMap<>(app.environment());
        environment.put(SECONDS, Integer.toString(USUAL_SECONDS));
        Map<String, String> paths = new TreeMap<>(app.writablePaths());
        paths.putAll(AGENT);
        TaskShares.Share share = new TaskShares.Share(app.share().cpuUnits() + plan.shares().collector().cpuUnits(),
                app.share().memoryMiB() + plan.shares().collector().memoryMiB());
        ContainerPlan held = new ContainerPlan(app.name(), app.image(), share, app.user(), true, List.of("/bin/sh", "-c"),
                List.of("exec sleep \"$" + SECONDS + "\""), List.of(), environment, app.dependsOn(), paths, List.of(),
                app.stopTimeoutSeconds());
        Map<String, String> tags = new TreeMap<>(plan.tags());
        tags.put("Purpose", "debug");
        return new DebugPlan(names.base() + SUFFIX, role(plan), List.of(container(plan, TaskContainers.ENVOY), held), tags);
    }

    /** The most that roles of debug tasks may do: what all roles may, in this region, and hold sessions. */
    static PolicyDocument boundary(ServiceNames names) {
        return PolicyDocument.identity(Stream.concat(
                PermissionsBoundary.of(names.project(), names.accountId(), List.of(names.region())).statements().stream(),
                sessions(names).stream()).toArray(Statement[]::new));
    }

    /** ARN of that policy. */
    static String boundaryArn(ServiceNames names) {
        return "arn:aws:iam::" + names.accountId() + ":policy/" + names.project() + "-" + names.environment() + "-debug-boundary-"
                + names.region();
    }

    private static RolePlan role(MeshServicePlan plan) {
        ServiceNames names = plan.names();
        Map<String, PolicyDocument> policies = new TreeMap<>(plan.taskRole().policies());
        policies.put("sessions", PolicyDocument.identity(sessions(names).toArray(Statement[]::new)));
        return new RolePlan(names.role("debug"), "What debug tasks of " + names.service() + " may do: as its tasks, and hold sessions",
                plan.taskRole().trust(), policies, boundaryArn(names), Map.of());
    }

    private static List<Statement> sessions(ServiceNames names) {
        return DebugChannels.ofTask(names.region(), names.accountId(), names.project() + "-" + names.environment(),
                names.arn("logs", "log-group:" + FoundationPlan.execLogGroup(names.project(), names.environment())));
    }

    private static ContainerPlan container(MeshServicePlan plan, String name) {
        return plan.containers().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
