package dev.tandem.dev;

import dev.tandem.service.outbox.EventEnvelope;
import dev.tandem.service.outbox.OutboxEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** Stands in for EventBridge Pipes, which the simulator does not run: new events of a table's stream go to the bus, in order, at least once. */
public final class LocalPipe implements AutoCloseable {

    private static final int BATCH = 10;

    private final DynamoDbClient dynamo;
    private final DynamoDbStreamsClient streams;
    private final EventBridgeClient bus;
    private final String table;
    private final Thread thread;
    private volatile boolean running = true;

    /** Starts it for a table. */
    public LocalPipe(Simulator aws, String table) {
        this.dynamo = aws.client(DynamoDbClient.builder());
        this.streams = aws.client(DynamoDbStreamsClient.builder());
        this.bus = aws.client(EventBridgeClient.builder());
        this.table = table;
        this.thread = new Thread(this::run, "pipe of " + table);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }

    private void run() {
        String arn = dynamo.describeTable(d -> d.tableName(table)).table().latestStreamArn();
        String shard = streams.describeStream(d -> d.streamArn(arn)).streamDescription().shards().get(0).shardId();
        String iterator = streams.getShardIterator(g -> g.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
        while (running) {
            try {
                String from = iterator;
                GetRecordsResponse batch = streams.getRecords(get -> get.shardIterator(from));
                send(batch.records());
                iterator = batch.nextShardIterator();
                if (batch.records().isEmpty()) {
                    Thread.sleep(50);
                }
            } catch (SdkException e) {
                // The same records again, as a pipe would.
                System.err.println("pipe of " + table + ": " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
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
