package dev.tandem.ops.failover;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.mesh.store.Lease;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.failover.Pair.Move;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Starts a machine, or finds the run that is under way; holds it and lets it go on. The machine does the work: a command that
 * is killed changes nothing about it, and the next one follows the same run.
 */
public final class PairMoves {

    /** Longer than it takes to look and to start. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String SUBJECT = "pair/move";

    private final Pair pair;
    private final LeaseStore leases;
    private final Clock clock;

    /** @param leases leases in the survivor's table of routes */
    public PairMoves(Pair pair, LeaseStore leases, Clock clock) {
        this.pair = pair;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Starts a machine unless it runs.
     *
     * @param who ARN of the operator
     * @return ARN of the run
     * @throws OperationRefusedException when the other machine runs
     */
    public String start(Move move, String who) {
        Lease lease = leases.acquire(SUBJECT, who, LEASE);
        try (SfnClient states = pair.there().client(SfnClient.builder())) {
            Optional<String> running = new PairLook(pair).running(states);
            if (running.filter(arn -> pair.runs(move, arn)).isPresent()) {
                return running.get();
            }
            // A failover is not held up by a failback: it takes the lock over, and the failback ends before its next step.
            if (running.isPresent() && move == Move.FAILBACK) {
                throw new OperationRefusedException("a failover is under way (" + running.get() + "), expected it to end before a"
                        + " failback. Follow it with ./tandem failover --yes");
            }
            String input = (move == Move.FAILOVER ? "{\"automatic\":false,\"requestedBy\":\"" : "{\"requestedBy\":\"")
                    + who.replaceAll("[^A-Za-z0-9:/+=,.@_-]", "_") + "\"}";
            return states.startExecution(request -> request.stateMachineArn(pair.machineArn(move))
                    .name("by-hand-" + clock.instant().toEpochMilli()).input(input)).executionArn();
        } catch (SdkException failure) {
            throw AwsFailures.explain("states:StartExecution", "machine " + pair.machineArn(move), failure);
        } finally {
            leases.release(lease);
        }
    }

    /**
     * Holds the machine before its next step, or lets it go on.
     *
     * @throws OperationRefusedException when none is under way
     */
    public void hold(boolean paused) {
        try (DynamoDbClient dynamo = pair.there().client(DynamoDbClient.builder())) {
            dynamo.updateItem(request -> {
                request.tableName(pair.controlTable())
                        .key(Map.of("pk", AttributeValue.fromS("LOCK")))
                        .updateExpression("SET paused = :p");
                if (paused) {
                    request.conditionExpression("attribute_exists(#op) AND #op <> :idle")
                            .expressionAttributeNames(Map.of("#op", "operation"))
                            .expressionAttributeValues(Map.of(":p", AttributeValue.fromBool(true), ":idle", AttributeValue.fromS("idle")));
                } else {
                    request.expressionAttributeValues(Map.of(":p", AttributeValue.fromBool(false)));
                }
            });
        } catch (ConditionalCheckFailedException none) {
            throw new OperationRefusedException("neither failover nor failback is under way, expected one that can be held");
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:UpdateItem", "table " + pair.controlTable(), failure);
        }
    }
}
