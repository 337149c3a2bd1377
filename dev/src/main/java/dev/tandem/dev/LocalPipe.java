package dev.tandem.dev;

import dev.tandem.service.outbox.EventEnvelope;
import dev.tandem.service.outbox.OutboxEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** Stands in for the outbox's function and its mapping: new events of a table's stream go to the bus, in order, at least once. */
public final class LocalPipe implements AutoCloseable {

    private static final int BATCH = 10;

    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final EventBridgeClient bus;
    private final String table;
    private final Loop loop;
    private String iterator;

    /** Starts it for a table. */
    public LocalPipe(Simulator aws, String table) {
        this.dynamo = aws.client(DynamoDbClient.builder());
        this.streams = aws.client(DynamoDbStreamsClient.builder());
        this.bus = aws.client(EventBridgeClient.builder());
        this.table = table;
        this.loop = new Loop("pipe of " + table, 50, 400, this::handOn);
    }

    @Override
    public void close() {
        loop.close();
    }

    /** What fails is read again, as the mapping would. */
    private boolean handOn() {
        String from = iterator == null ? beginning() : iterator;
        GetRecordsResponse batch = streams.getRecords(get -> get.shardIterator(from));
        send(batch.records());
        iterator = batch.nextShardIterator();
        return !batch.records().isEmpty();
    }

    private String beginning() {
        String arn = dynamo.describeTable(d -> d.tableName(table)).table().latestStreamArn();
        String shard = streams.describeStream(d -> d.streamArn(arn)).streamDescription().shards().get(0).shardId();
        return streams.getShardIterator(g -> g.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
    }

    private void send(List<Record> records) {
        List<PutEventsRequestEntry> entries = new ArrayList<>();
        for (Record record : records) {
            Map<String, String> fields = new HashMap<>();
            if (record.eventName() == OperationType.INSERT) {
                record.dynamodb().newImage().forEach((name, value) -> fields.put(name, text(value)));
            }
            if (fields.getOrDefault("pk", "").startsWith(OutboxEvent.PREFIX)) {
                entries.add(PutEventsRequestEntry.builder().eventBusName(CloudResources.BASE)
                        .source(fields.get("source")).detailType(fields.get("type")).detail(EventEnvelope.detail(fields)).build());
            }
        }
        for (int i = 0; i < entries.size(); i += BATCH) {
            List<PutEventsRequestEntry> part = entries.subList(i, Math.min(entries.size(), i + BATCH));
            bus.putEvents(put -> put.entries(part));
        }
    }

    private static String text(AttributeValue value) {
        return value.s() != null ? value.s() : String.valueOf(value.n());
    }
}
