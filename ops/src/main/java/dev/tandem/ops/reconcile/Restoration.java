package dev.tandem.ops.reconcile;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.failover.Pair;
import dev.tandem.ops.failover.PairTables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A lost image in the place of the one that won. It is written only over the item that was there when the image was saved, in the region
 * that writes, and under the epoch that was read: whatever changed meanwhile refuses it.
 *
 * @param item   what was lost
 * @param region where it is written
 * @param epoch  number of the region's epoch
 * @param now    what is there
 */
public record Restoration(LostItem item, String region, long epoch, Map<String, AttributeValue> now) {

    /** Keeps its own copy. */
    public Restoration {
        now = Map.copyOf(now);
    }

    /**
     * Plans it; reads only.
     *
     * @throws OperationRefusedException when the item was changed or deleted since the image was saved
     */
    public static Restoration of(Pair pair, LostItem item) {
        WritingRegion writes = WritingRegion.of(pair, item.table());
        try (DynamoDbClient dynamo = pair.regions().apply(writes.region()).client(DynamoDbClient.builder())) {
            return of(dynamo, writes, item);
        }
    }

    static Restoration of(DynamoDbClient dynamo, WritingRegion writes, LostItem item) {
        Optional<Map<String, AttributeValue>> now = WritingRegion.get(dynamo, item.table(), item.lost(), writes.region());
        Restoration plan = new Restoration(item, writes.region(), writes.epoch(), now.orElse(Map.of()));
        if (!plan.idle() && !now.map(ItemJson::digest).orElse("").equals(item.now())) {
            throw new OperationRefusedException(item.table() + " " + item.key() + " in " + writes.region() + ": found "
                    + (now.isEmpty() ? "no item" : "another item") + ", expected the one that was there when the file was saved. It was "
                    + (now.isEmpty() ? "deleted" : "changed") + " since: make the change by the service's own interface, or save anew and look");
        }
        return plan;
    }

    /** Whether the image is there already. */
    public boolean idle() {
        return ItemJson.digest(unstamped(now)).equals(ItemJson.digest(unstamped(item.lost())));
    }

    /** Names of the attributes that would change, sorted; their values are not for a terminal. */
    public List<String> changes() {
        Map<String, AttributeValue> before = unstamped(now);
        Map<String, AttributeValue> after = unstamped(item.lost());
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream().filter(name -> before.get(name) == null || !before.get(name).equals(after.get(name))).toList();
    }

    /**
     * Does it. What it replaces is first written to a new file, as a line that restores it.
     *
     * @throws OperationRefusedException when the file exists, or anything changed since the plan was made
     */
    public void apply(Pair pair, Path replaced) {
        try (DynamoDbClient dynamo = pair.regions().apply(region).client(DynamoDbClient.builder())) {
            apply(dynamo, replaced);
        }
    }

    void apply(DynamoDbClient dynamo, Path replaced) {
        Map<String, AttributeValue> next = new TreeMap<>(item.lost());
        next.put(Change.WRITTEN_IN, AttributeValue.fromS(region));
        next.put(Change.WRITTEN_EPOCH, AttributeValue.fromN(Long.toString(epoch)));
        LostItems.write(replaced, List.of(LostItems.line(item.table(), item.key(), Instant.now().toString(), "replaced", now,
                ItemJson.digest(next))), "the file for what is replaced, " + replaced + ",");
        Unchanged unchanged = Unchanged.of(now);
        try {
            dynamo.transactWriteItems(request -> request.transactItems(
                    fence -> fence.conditionCheck(check -> check.tableName(item.table()).key(PairTables.EPOCH)
                            .conditionExpression("#writer = :writer AND #epoch = :epoch")
                            .expressionAttributeNames(Map.of("#writer", "writer", "#epoch", "epoch"))
                            .expressionAttributeValues(Map.of(":writer", AttributeValue.fromS(region),
                                    ":epoch", AttributeValue.fromN(Long.toString(epoch))))),
                    write -> write.put(put -> put.tableName(item.table()).item(next).conditionExpression(unchanged.expression())
                            .expressionAttributeNames(unchanged.names()).expressionAttributeValues(unchanged.values()))));
        } catch (TransactionCanceledException changed) {
            throw new OperationRefusedException(item.table() + " " + item.key() + ": the item or the region that writes changed meanwhile,"
                    + " expected both as they were read. Nothing was written; the same command looks again");
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:PutItem", "table " + item.table() + " in " + region, failure);
        }
    }

    /** A condition that every attribute is as it was read. */
    private record Unchanged(String expression, Map<String, String> names, Map<String, AttributeValue> values) {

        static Unchanged of(Map<String, AttributeValue> item) {
            List<String> terms = new ArrayList<>();
            Map<String, String> names = new HashMap<>();
            Map<String, AttributeValue> values = new HashMap<>();
            new TreeMap<>(item).forEach((name, value) -> {
                String number = Integer.toString(terms.size());
                terms.add("#n" + number + " = :v" + number);
                names.put("#n" + number, name);
                values.put(":v" + number, value);
            });
            return new Unchanged(String.join(" AND ", terms), names, values);
        }
    }

    private static Map<String, AttributeValue> unstamped(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> rest = new TreeMap<>(item);
        rest.remove(Change.WRITTEN_IN);
        rest.remove(Change.WRITTEN_EPOCH);
        return rest;
    }
}
