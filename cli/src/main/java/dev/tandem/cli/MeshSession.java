package dev.tandem.cli;

import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.TaskCounts;
import dev.tandem.ops.routes.RouteOperations;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The mesh of one environment and region, for the time of a command. */
final class MeshSession implements AutoCloseable {

    private final AwsAccess access;
    private final String cluster;
    private final DynamoDbClient dynamo;
    private final RouteStore store;
    private final LeaseStore leases;
    private final RouteOperations operations;
    private Optional<String> notCounted = Optional.empty();

    private MeshSession(OperatorOptions options) {
        access = options.access();
        cluster = options.prefix();
        dynamo = access.client(DynamoDbClient.builder());
        String table = RouteItems.tableName(OperatorOptions.PROJECT, options.environment());
        store = RouteStore.consistent(dynamo, table, Clock.systemUTC());
        leases = new LeaseStore(dynamo, table, Clock.systemUTC());
        operations = new RouteOperations(store, leases, this::count);
    }

    static MeshSession open(OperatorOptions options) {
        return new MeshSession(options);
    }

    DynamoDbClient dynamo() {
        return dynamo;
    }

    RouteStore store() {
        return store;
    }

    LeaseStore leases() {
        return leases;
    }

    RouteOperations operations() {
        return operations;
    }

    /** The operations for a change whose versions' tasks are not counted. */
    RouteOperations uncounted() {
        return new RouteOperations(store, leases, document -> Map.of());
    }

    /** Why tasks could not be counted; empty when they were. */
    Optional<String> notCounted() {
        return notCounted;
    }

    private Map<String, Integer> count(RouteDocument document) {
        try {
            return TaskCounts.of(access, cluster, document);
        } catch (RouteSourceException failure) {
            notCounted = Optional.of(failure.getMessage());
            return Map.of();
        }
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
