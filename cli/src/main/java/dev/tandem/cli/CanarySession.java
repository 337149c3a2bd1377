package dev.tandem.cli;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.TaskImages;
import dev.tandem.ops.canary.AccessLogGate;
import dev.tandem.ops.canary.AlarmGate;
import dev.tandem.ops.canary.Canary;
import dev.tandem.ops.canary.CanaryGates;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.canary.CanaryStore;
import dev.tandem.ops.canary.SmokeGate;
import dev.tandem.ops.canary.StagingRule;
import dev.tandem.ops.routes.MeshOnly;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** A service's canary in one environment and region, with its gates, for the time of a command. */
final class CanarySession implements AutoCloseable {

    private final CanaryChange command;
    private final AwsAccess access;
    private final MeshSession mesh;
    private final CloudWatchLogsClient logs;
    private final CloudWatchClient cloudWatch;
    private final CanaryStore store;

    private CanarySession(CanaryChange command) {
        this.command = command;
        access = command.where().access();
        mesh = MeshSession.open(command.where());
        logs = access.client(CloudWatchLogsClient.builder());
        cloudWatch = access.client(CloudWatchClient.builder());
        store = new CanaryStore(mesh.dynamo(), mesh.store().table());
    }

    static CanarySession open(CanaryChange command) {
        return new CanarySession(command);
    }

    /** The run that is under way. */
    Optional<CanaryRun> running() {
        return planner().running(command.service());
    }

    /** Plans only. */
    Canary planner() {
        return canary("nobody", new CanaryReport(command));
    }

    Canary canary(String who, CanaryReport report) {
        report.by(who);
        String base = command.where().prefix() + "-" + command.service();
        String group = "/" + OperatorOptions.PROJECT + "/" + command.where().environment() + "/" + command.service();
        return new Canary(mesh.operations(), store, mesh.leases(),
                CanaryGates.all(List.of(new AlarmGate(cloudWatch, base), new AccessLogGate(logs, group, Clock.systemUTC()),
                        new SmokeGate())),
                Clock.systemUTC(), Pause.or("the next canary command goes on where this one was")::accept, report, who);
    }

    /**
     * Number of the document that is live.
     *
     * @throws OperationRefusedException when ECS rolls the service out
     */
    long live() {
        LiveRoute live = mesh.operations().live(command.service());
        MeshOnly.SHARES.refuse(live.document(), "canary");
        return live.version();
    }

    /** Image of a version's tasks; empty when unknown. */
    String image(String version) {
        return TaskImages.of(access, command.where().prefix(), command.service() + "-" + version).orElse("");
    }

    /** Refuses a canary that was not in staging, where there is a staging environment, or else had the service a trial. */
    void stagingFirst(String staging, String image) {
        if (staging.equals(command.where().environment())) {
            return;
        }
        CanaryStore other = new CanaryStore(mesh.dynamo(), RouteItems.tableName(OperatorOptions.PROJECT, staging));
        Optional<String> refusal = other.exists() ? StagingRule.refusal(staging, command.service(), other.load(command.service()), image)
                : store.load(command.service() + StagingRule.TRIAL).flatMap(trial -> StagingRule.refusal(command.service(), trial, image));
        refusal.ifPresent(why -> {
            throw new OperationRefusedException(why);
        });
    }

    @Override
    public void close() {
        cloudWatch.close();
        logs.close();
        mesh.close();
    }
}
