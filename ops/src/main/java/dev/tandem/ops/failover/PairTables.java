package dev.tandem.ops.failover;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.failover.Pair.Move;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Which tables both regions have, by what the deployed takeover machine moves. */
public final class PairTables {

    /** Key of the item that says which region writes a table (ADR 0031). */
    public static final Map<String, AttributeValue> EPOCH =
            Map.of("pk", AttributeValue.fromS("#epoch"), "sk", AttributeValue.fromS("#epoch"));

    private PairTables() {}

    /**
     * Their names.
     *
     * @throws dev.tandem.mesh.route.RouteSourceException when the survivor can't be asked
     */
    public static List<String> of(Pair pair) {
        try (SfnClient states = pair.there().client(SfnClient.builder())) {
            return PairLook.plan(states, pair, Move.FAILOVER).tables();
        } catch (SdkException failure) {
            throw AwsFailures.explain("states:DescribeStateMachine", "machine " + pair.machineArn(Move.FAILOVER) + " in " + pair.survivor(),
                    failure);
        }
    }
}
