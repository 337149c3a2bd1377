package dev.tandem.ops.reconcile;

import dev.tandem.ops.failover.Pair;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as they are now, each where its table is written; which region that is, is asked once for each table. For one thread. */
public final class WrittenTables implements LostItems.Present, AutoCloseable {

    private final Pair pair;
    private final Map<String, WritingRegion> writers = new HashMap<>();
    private final Map<String, DynamoDbClient> clients = new HashMap<>();

    /** Of one pair. */
    public WrittenTables(Pair pair) {
        this.pair = pair;
    }

    @Override
    public Optional<Map<String, AttributeValue>> item(String table, Map<String, AttributeValue> like) {
        String region = writers.computeIfAbsent(table, each -> WritingRegion.of(pair, each)).region();
        return WritingRegion.get(clients.computeIfAbsent(region, each -> pair.regions().apply(each).client(DynamoDbClient.builder())),
                table, like, region);
    }

    @Override
    public void close() {
        clients.values().forEach(DynamoDbClient::close);
    }
}
