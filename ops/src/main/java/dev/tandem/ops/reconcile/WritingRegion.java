package dev.tandem.ops.reconcile;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.failover.Pair;
import dev.tandem.ops.failover.PairTables;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The region that may write a table now.
 *
 * @param region its name
 * @param epoch  number of its epoch
 */
record WritingRegion(String region, long epoch) {

    /** As the survivor has it. @throws OperationRefusedException when the table has no epoch */
    static WritingRegion of(Pair pair, String table) {
        try (DynamoDbClient dynamo = pair.there().client(DynamoDbClient.builder())) {
            return of(dynamo, table, pair.survivor());
        }
    }

    static WritingRegion of(DynamoDbClient dynamo, String table, String where) {
        Map<String, AttributeValue> epoch = get(dynamo, table, PairTables.EPOCH, where).orElse(Map.of());
        return Change.text(epoch, "writer").map(writer -> new WritingRegion(writer, Change.number(epoch, "epoch").orElse(0L)))
                .orElseThrow(() -> new OperationRefusedException("table " + table + " in " + where + " has no epoch, expected one that names the"
                        + " region that writes: nothing was taken over"));
    }

    /** The item with the key of another one, read consistently. */
    static Optional<Map<String, AttributeValue>> get(
            DynamoDbClient dynamo, String table, Map<String, AttributeValue> like, String where) {
        try {
            var answer = dynamo.getItem(request -> request.tableName(table).key(key(like)).consistentRead(true));
            return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(answer.item()) : Optional.empty();
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:GetItem", "table " + table + " in " + where, failure);
        }
    }

    static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return item.containsKey("sk") ? Map.of("pk", item.get("pk"), "sk", item.get("sk")) : Map.of("pk", item.get("pk"));
    }
}
