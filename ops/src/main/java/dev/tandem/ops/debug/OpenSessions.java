package dev.tandem.ops.debug;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.access.AwsAccess;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ManagedAgent;
import software.amazon.awssdk.services.ecs.model.ManagedAgentName;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskField;

/** Debug tasks of a cluster that are to run, and the rest of their time. */
record OpenSessions(AwsAccess access, String cluster) {

    /** What families of debug tasks end with. */
    static final String SUFFIX = "-debug";

    private static final long USUAL_SECONDS = 3600;

    List<DebugSession> all() {
        return those(request -> request.startedBy(DebugSessions.STARTED_BY));
    }

    List<DebugSession> of(String family) {
        return those(request -> request.family(family));
    }

    private List<DebugSession> those(Consumer<ListTasksRequest.Builder> which) {
        try (EcsClient ecs = access.client(EcsClient.builder())) {
            List<String> arns = ecs.listTasks(request -> which.accept(request.cluster(cluster))).taskArns();
            return arns.isEmpty() ? List.of()
                    : ecs.describeTasks(request -> request.cluster(cluster).tasks(arns).include(TaskField.TAGS)).tasks().stream()
                            .filter(task -> !"STOPPED".equals(task.desiredStatus()))
                            .map(this::session).toList();
        } catch (SdkException failure) {
            throw AwsFailures.explain("ecs:ListTasks", "cluster " + cluster + " in " + access.region(), failure);
        }
    }

    private DebugSession session(Task task) {
        String family = task.taskDefinitionArn().replaceFirst(".*/", "").replaceFirst(":\\d+$", "");
        return new DebugSession(family.substring(cluster.length() + 1, family.length() - SUFFIX.length()),
                task.taskArn().substring(task.taskArn().lastIndexOf('/') + 1), task.lastStatus(), ready(task), seconds(task),
                Optional.ofNullable(task.startedAt()),
                task.tags().stream().filter(tag -> DebugSessions.OPENED_BY.equals(tag.key())).map(Tag::value).findFirst().orElse(""));
    }

    private static boolean ready(Task task) {
        return task.containers().stream().filter(container -> DebugSessions.APPLICATION.equals(container.name()))
                .map(Container::managedAgents).flatMap(List::stream)
                .filter(agent -> agent.name() == ManagedAgentName.EXECUTE_COMMAND_AGENT)
                .map(ManagedAgent::lastStatus).anyMatch("RUNNING"::equals);
    }

    private static long seconds(Task task) {
        return task.overrides() == null ? USUAL_SECONDS : task.overrides().containerOverrides().stream()
                .flatMap(override -> override.environment().stream())
                .filter(variable -> DebugSessions.SECONDS.equals(variable.name()))
                .map(variable -> Long.parseLong(variable.value())).findFirst().orElse(USUAL_SECONDS);
    }
}
