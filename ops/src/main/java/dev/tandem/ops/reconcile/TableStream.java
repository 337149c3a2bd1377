package dev.tandem.ops.reconcile;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a replica's stream from its beginning (24 hours ago, by AWS's word) to now. */
final class TableStream {

    /**
     * An open shard has no end, and gives empty pages between its records too; after so many in a row it has nothing more for now. A
     * closed one says itself when it was read.
     */
    static final int EMPTY_PAGES = 100;

    /** Of all shards together; at a page in 20 ms this takes ten minutes. */
    private static final int MOST_PAGES = 30_000;

    /**
     * What was read.
     *
     * @param changes  of each item in order
     * @param complete whether no page was left
     */
    record Records(List<Change> changes, boolean complete) {}

    private TableStream() {}

    /**
     * All changes.
     *
     * @throws OperationRefusedException when the table has no stream with both images
     */
    static Records read(AwsAccess access, String table) {
        return read(access, table, MOST_PAGES);
    }

    /** @param most how many pages at most */
    static Records read(AwsAccess access, String table, int most) {
        String action = "dynamodb:ListStreams";
        try (DynamoDbStreamsClient streams = access.client(DynamoDbStreamsClient.builder())) {
            String arn = streams.listStreams(request -> request.tableName(table)).streams().stream()
                    .reduce((earlier, later) -> later.streamLabel().compareTo(earlier.streamLabel()) > 0 ? later : earlier)
                    .orElseThrow(() -> none(access, table, "no stream"))
                    .streamArn();
            List<Change> changes = new ArrayList<>();
            action = "dynamodb:DescribeStream";
            List<Shard> shards = shards(streams, access, table, arn);
            action = "dynamodb:GetRecords";
            // A shard's parent is listed before it, so an item's changes stay in order.
            int left = most;
            for (Shard shard : shards) {
                left = read(streams, arn, shard, changes, left);
            }
            return new Records(changes, left > 0);
        } catch (SdkException failure) {
            throw AwsFailures.explain(action, "stream of table " + table + " in " + access.region(), failure);
        }
    }

    private static OperationRefusedException none(AwsAccess access, String table, String found) {
        return new OperationRefusedException("table " + table + " in " + access.region() + " has " + found
                + ", expected a stream with NEW_AND_OLD_IMAGES, as every replica of a global table has");
    }

    private static List<Shard> shards(DynamoDbStreamsClient streams, AwsAccess access, String table, String arn) {
        List<Shard> shards = new ArrayList<>();
        Optional<String> last = Optional.empty();
        do {
            String from = last.orElse(null);
            DescribeStreamResponse page = streams.describeStream(request -> request.streamArn(arn).exclusiveStartShardId(from));
            if (page.streamDescription().streamViewType() != StreamViewType.NEW_AND_OLD_IMAGES) {
                throw none(access, table, "a stream with " + page.streamDescription().streamViewTypeAsString());
            }
            shards.addAll(page.streamDescription().shards());
            last = Optional.ofNullable(page.streamDescription().lastEvaluatedShardId());
        } while (last.isPresent());
        return shards;
    }

    /** How many pages are left; none when there were not enough. */
    private static int read(DynamoDbStreamsClient streams, String arn, Shard shard, List<Change> changes, int pages) {
        boolean closed = shard.sequenceNumberRange() != null && shard.sequenceNumberRange().endingSequenceNumber() != null;
        int left = pages;
        String iterator = streams.getShardIterator(request -> request.streamArn(arn).shardId(shard.shardId())
                .shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
        int empty = 0;
        while (iterator != null && (closed || empty < EMPTY_PAGES)) {
            if (--left <= 0) {
                return 0;
            }
            String at = iterator;
            GetRecordsResponse page = streams.getRecords(request -> request.shardIterator(at));
            page.records().stream().map(TableStream::change).forEach(changes::add);
            empty = page.records().isEmpty() ? empty + 1 : 0;
            iterator = page.nextShardIterator();
        }
        return left;
    }

    private static Change change(Record record) {
        Map<String, AttributeValue> keys = record.dynamodb().keys();
        String key = keys.get("pk").s() + (keys.containsKey("sk") ? " / " + keys.get("sk").s() : "");
        return new Change(key, record.dynamodb().approximateCreationDateTime(),
                record.dynamodb().oldImage(), record.dynamodb().newImage(), record.userIdentity() != null);
    }
}
