package dev.tandem.ops.debug;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.mesh.store.Lease;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.ops.DidYouMean;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.PropagateTags;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * Opens, lists and closes debug sessions of a cluster. A session is a task of its own, from a definition that the stack makes: the
 * service, its load balancer and its registry are left alone, and the task ends by itself.
 */
public final class DebugSessions {

    static final String APPLICATION = "app";
    static final String STARTED_BY = "tandem-debug";
    static final String SECONDS = "DEBUG_SECONDS";
    static final String OPENED_BY = "OpenedBy";

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final AwsAccess access;
    private final String cluster;
    private final OpenSessions open;

    /** @param cluster {@code PROJECT-ENVIRONMENT}, with which families of task definitions begin too */
    public DebugSessions(AwsAccess access, String cluster) {
        this.access = access;
        this.cluster = cluster;
        this.open = new OpenSessions(access, cluster);
    }

    /** All that are there. */
    public List<DebugSession> all() {
        return open.all();
    }

    /** Those with a service, one or none. */
    public List<DebugSession> of(String service) {
        return open.of(family(service));
    }

    /**
     * What would be started.
     *
     * @throws OperationRefusedException when there is no such service, the stack did not open it to sessions, it runs another image
     *                                   than the debug task would, there is no way to Systems Manager, or a session is open
     */
    public DebugTask plan(String service) {
        Service running = running(service);
        TaskDefinition debug = definition(service);
        String image = image(debug);
        String served = image(ecs("ecs:DescribeTaskDefinition", ecs ->
                ecs.describeTaskDefinition(request -> request.taskDefinition(running.taskDefinition()))).taskDefinition());
        if (!image.equals(served)) {
            throw new OperationRefusedException("the debug task of " + service + " has the image " + image + ", but " + service
                    + "-stable runs " + served + ". Expected the same: deploy the stack (pulumi up), which brings both to one");
        }
        var network = running.networkConfiguration().awsvpcConfiguration();
        new SessionWay(access).require(network.subnets());
        DebugTask.refuseSecond(service, of(service));
        return new DebugTask(service, debug.family(), image, Integer.parseInt(debug.cpu()), Integer.parseInt(debug.memory()), network);
    }

    /** Does {@link #plan}, under a lease; a second one that came in between is refused. */
    public DebugSession start(DebugTask task, long seconds, LeaseStore leases, String who) {
        Lease lease = leases.acquire("debug/" + task.service(), who, LEASE);
        try {
            DebugTask.refuseSecond(task.service(), of(task.service()));
            RunTaskResponse started = ecs("ecs:RunTask", ecs -> ecs.runTask(request -> request.cluster(cluster)
                    .taskDefinition(task.family()).launchType(LaunchType.FARGATE).count(1).enableExecuteCommand(true)
                    .startedBy(STARTED_BY).propagateTags(PropagateTags.TASK_DEFINITION).enableECSManagedTags(true)
                    .tags(tag -> tag.key(OPENED_BY).value(who.replaceAll("[^A-Za-z0-9 +\\-=._:/@]", "_")))
                    .networkConfiguration(network -> network.awsvpcConfiguration(task.network()))
                    .overrides(overrides -> overrides.containerOverrides(container -> container.name(APPLICATION)
                            .environment(variable -> variable.name(SECONDS).value(Long.toString(seconds)))))));
            if (started.tasks().isEmpty()) {
                throw new OperationRefusedException("ECS did not start a task of " + task.family() + ": " + started.failures()
                        + ". Nothing was changed; ./tandem quotas shows limits that could be the reason");
            }
            return open.of(task.family()).get(0);
        } finally {
            leases.release(lease);
        }
    }

    /** Ends sessions; those that ended meanwhile are left alone. */
    public void close(List<DebugSession> sessions, String who) {
        sessions.forEach(session -> ecs("ecs:StopTask", ecs ->
                ecs.stopTask(request -> request.cluster(cluster).task(session.task()).reason("closed by " + who))));
    }

    private Service running(String service) {
        String stable = service + "-stable";
        List<Service> found = ecs("ecs:DescribeServices", ecs ->
                ecs.describeServices(request -> request.cluster(cluster).services(stable))).services();
        return found.stream().filter(each -> "ACTIVE".equals(each.status())).findFirst().orElseThrow(() -> {
            List<String> names = ecs("ecs:ListServices", ecs -> ecs.listServicesPaginator(request -> request.cluster(cluster))
                    .serviceArns().stream().map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
                    .filter(name -> name.endsWith("-stable")).map(name -> name.substring(0, name.length() - "-stable".length()))
                    .sorted().toList());
            return new OperationRefusedException("service '" + service + "' is not in cluster " + cluster + " of " + access.region()
                    + ", expected one of " + names + DidYouMean.hint(service, names));
        });
    }

    private TaskDefinition definition(String service) {
        return ecs("ecs:DescribeTaskDefinition", ecs -> {
            try {
                return ecs.describeTaskDefinition(request -> request.taskDefinition(family(service))).taskDefinition();
            } catch (ClientException none) {
                throw new OperationRefusedException("the stack in " + access.region() + " did not open " + service + " to debug sessions:"
                        + " found no task definition " + family(service) + ". Expected tandem:debug: true in its file, deployed by"
                        + " pulumi up (docs/debug.md); trials have none");
            }
        });
    }

    private String family(String service) {
        return cluster + "-" + service + OpenSessions.SUFFIX;
    }

    private static String image(TaskDefinition definition) {
        return definition.containerDefinitions().stream().filter(container -> APPLICATION.equals(container.name()))
                .map(ContainerDefinition::image).findFirst().orElse("none");
    }

    private <T> T ecs(String action, Function<EcsClient, T> call) {
        try (EcsClient ecs = access.client(EcsClient.builder())) {
            return call.apply(ecs);
        } catch (SdkException failure) {
            throw AwsFailures.explain(action, "cluster " + cluster + " in " + access.region(), failure);
        }
    }
}
