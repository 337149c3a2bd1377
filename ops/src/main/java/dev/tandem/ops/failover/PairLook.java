package dev.tandem.ops.failover;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.EcsServices;
import dev.tandem.ops.canary.AlarmGate;
import dev.tandem.ops.failover.Pair.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Looks at the pair. Nothing but the health of a failback's target is asked of the primary's region. */
public final class PairLook {

    private static final Map<String, AttributeValue> LOCK = Map.of("pk", AttributeValue.fromS("LOCK"));

    /** Ends of the names of alarms that say what was decided or what it costs, not how services are. */
    private static final Set<String> OTHER_ALARMS = Set.of("-takeover", "-primary-unreachable", "-tasks-cost");

    private final Pair pair;

    /** Of one pair. */
    public PairLook(Pair pair) {
        this.pair = pair;
    }

    /**
     * Looks once, as far as a move needs to know.
     *
     * @throws dev.tandem.mesh.route.RouteSourceException when the survivor can't be asked
     */
    public PairState of(Move move) {
        String action = "states:DescribeStateMachine";
        String resource = "machine " + pair.machineArn(move);
        try (SfnClient states = pair.there().client(SfnClient.builder());
                DynamoDbClient dynamo = pair.there().client(DynamoDbClient.builder())) {
            MachinePlan plan = plan(states, pair, move);
            Optional<String> running = running(states);
            action = "states:ListExecutions";
            Optional<Long> last = states.listExecutions(request -> request.stateMachineArn(pair.machineArn(move))
                            .statusFilter(ExecutionStatus.SUCCEEDED).maxResults(10)).executions().stream()
                    .filter(run -> run.stopDate() != null)
                    .findFirst()
                    .map(run -> Duration.between(run.startDate(), run.stopDate()).toSeconds());
            action = "dynamodb:GetItem";
            resource = "table " + pair.controlTable();
            Map<String, AttributeValue> lock = dynamo.getItem(
                    request -> request.tableName(pair.controlTable()).key(LOCK).consistentRead(true)).item();
            Map<String, String> writers = new TreeMap<>();
            for (String table : plan.tables()) {
                resource = "table " + table;
                Map<String, AttributeValue> epoch =
                        dynamo.getItem(request -> request.tableName(table).key(PairTables.EPOCH).consistentRead(true)).item();
                writers.put(table, epoch.containsKey("writer") ? epoch.get("writer").s() : pair.primary());
            }
            String operation = lock.containsKey("operation") ? lock.get("operation").s() : "idle";
            boolean paused = lock.containsKey("paused") && Boolean.TRUE.equals(lock.get("paused").bool());
            return new PairState(operation, paused, writers, running, plan, last, health(pair.target(move), plan));
        } catch (SdkException failure) {
            throw AwsFailures.explain(action, resource + " in " + pair.survivor(), failure);
        }
    }

    /** What a deployed machine will do. @throws SdkException when it can't be asked */
    static MachinePlan plan(SfnClient states, Pair pair, Move move) {
        return MachinePlan.of(move, states.describeStateMachine(request -> request.stateMachineArn(pair.machineArn(move))).definition());
    }

    /**
     * The run of either machine that is under way; all that starting one needs to know.
     *
     * @throws dev.tandem.mesh.route.RouteSourceException when the survivor can't be asked
     */
    Optional<String> running(SfnClient states) {
        for (Move move : Move.values()) {
            String machine = pair.machineArn(move);
            try {
                Optional<String> arn = states.listExecutions(request -> request.stateMachineArn(machine)
                                .statusFilter(ExecutionStatus.RUNNING)).executions().stream()
                        .map(ExecutionListItem::executionArn)
                        .findFirst();
                if (arn.isPresent()) {
                    return arn;
                }
            } catch (SdkException failure) {
                throw AwsFailures.explain("states:ListExecutions", "machine " + machine + " in " + pair.survivor(), failure);
            }
        }
        return Optional.empty();
    }

    /** Alarms of its services that ring, and services without a running task. A region that does not answer is not well. */
    private List<String> health(String region, MachinePlan plan) {
        List<String> reasons = new ArrayList<>();
        AwsAccess access = pair.regions().apply(region);
        try (EcsClient ecs = access.client(EcsClient.builder());
                CloudWatchClient cloudWatch = access.client(CloudWatchClient.builder())) {
            Map<String, Integer> running = new TreeMap<>();
            for (Service service : EcsServices.of(ecs, pair.prefix(), plan.services())) {
                running.put(service.serviceName(), service.runningCount());
            }
            plan.services().stream()
                    .filter(service -> running.getOrDefault(service, 0) < 1)
                    .forEach(service -> reasons.add(service + " runs no task"));
            AlarmGate.ringing(cloudWatch, pair.prefix() + "-").stream()
                    .filter(alarm -> !OTHER_ALARMS.contains(alarm.substring(pair.prefix().length())))
                    .forEach(alarm -> reasons.add("alarm " + alarm + " rings"));
        } catch (SdkException failure) {
            reasons.add(AwsFailures.message("ecs:DescribeServices", "cluster " + pair.prefix() + " in " + region, failure));
        } catch (dev.tandem.mesh.route.RouteSourceException failure) {
            reasons.add(failure.getMessage());
        }
        return List.copyOf(reasons);
    }
}
