package dev.tandem.e2e.routes;

import dev.tandem.e2e.aws.Moto;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.store.RouteStore;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ecs.EcsClient;

/** One simulator for a class, emptied before each test and given an empty table of routes; the command line acts on it. */
final class OnRoutes implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** Log group of the operators' changes. */
    static final String CHANGES = "/tandem/prod/operations";

    private static final String CLUSTER = "tandem-prod";

    private Moto moto;
    private DynamoDbClient dynamo;
    private TandemCommand tandem;

    @Override
    public void beforeAll(ExtensionContext context) {
        moto = Moto.start();
        dynamo = RouteTables.client(moto);
        tandem = new TandemCommand(moto.endpoint());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        moto.reset();
        RouteTables.create(dynamo);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (moto != null) {
            dynamo.close();
            moto.close();
        }
    }

    Moto moto() {
        return moto;
    }

    DynamoDbClient dynamo() {
        return dynamo;
    }

    TandemCommand tandem() {
        return tandem;
    }

    /** A client of the simulator in the table's region. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return moto.client(builder, RouteTables.REGION);
    }

    /** The service {@code auth} with all requests for its stable version, and the log group of changes. */
    RouteStore published() {
        RouteStore store = RouteStore.consistent(dynamo, RouteTables.TABLE, Clock.systemUTC());
        store.publish(RouteTables.auth(0), RouteChange.first(), 0, "pulumi", "first");
        logGroup(CHANGES);
        return store;
    }

    /** The same in a cluster that runs no task yet; each would have half a vCPU. */
    RouteStore deployed() {
        try (EcsClient ecs = client(EcsClient.builder())) {
            ecs.createCluster(c -> c.clusterName(CLUSTER));
            ecs.registerTaskDefinition(t -> t.family("auth").cpu("512").memory("1024")
                    .containerDefinitions(c -> c.name("app").image("auth@sha256:aa").memory(64)));
        }
        return published();
    }

    /** Lets an ECS service run tasks. */
    void running(String service, int tasks) {
        try (EcsClient ecs = client(EcsClient.builder())) {
            ecs.createService(s -> s.cluster(CLUSTER).serviceName(service).taskDefinition("auth").desiredCount(0));
            ecs.updateService(s -> s.cluster(CLUSTER).service(service).desiredCount(tasks));
        }
    }

    void logGroup(String name) {
        try (CloudWatchLogsClient logs = client(CloudWatchLogsClient.builder())) {
            logs.createLogGroup(g -> g.logGroupName(name));
        }
    }

    /** All lines of a log group, oldest first. */
    List<String> lines(String logGroup) {
        try (CloudWatchLogsClient logs = client(CloudWatchLogsClient.builder())) {
            return logs.filterLogEvents(f -> f.logGroupName(logGroup)).events().stream().map(FilteredLogEvent::message).toList();
        }
    }
}
