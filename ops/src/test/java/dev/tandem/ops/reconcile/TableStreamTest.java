package dev.tandem.ops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.ops.access.AwsStandIn;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages as AWS's API reference describes them: an iterator leads on until a closed shard ends, and for ever in an open one. */
class TableStreamTest {

    private static final int FAR = 150;
    private static final Pattern ITERATOR = Pattern.compile("\"ShardIterator\":\"(\\w+)-(\\d+)\"");

    /** A closed shard with its record behind many empty pages, and an open one with a record not so far. */
    private static String answer(String action, String body) {
        switch (action) {
            case "ListStreams":
                return "{\"Streams\":[{\"StreamArn\":\"arn:aws:dynamodb:eu-central-1:111122223333:table/t/stream/2026\",\"TableName\":\"t\","
                        + "\"StreamLabel\":\"2026\"}]}";
            case "DescribeStream":
                return "{\"StreamDescription\":{\"StreamViewType\":\"NEW_AND_OLD_IMAGES\",\"Shards\":[{\"ShardId\":\"closed\","
                        + "\"SequenceNumberRange\":{\"StartingSequenceNumber\":\"1\",\"EndingSequenceNumber\":\"2\"}},{\"ShardId\":\"open\","
                        + "\"ParentShardId\":\"closed\",\"SequenceNumberRange\":{\"StartingSequenceNumber\":\"3\"}}]}}";
            case "GetShardIterator":
                return "{\"ShardIterator\":\"" + (body.contains("\"closed\"") ? "closed" : "open") + "-0\"}";
            default:
                Matcher iterator = ITERATOR.matcher(body);
                assertThat(iterator.find()).as(body).isTrue();
                boolean closed = iterator.group(1).equals("closed");
                int page = Integer.parseInt(iterator.group(2));
                String records = page == (closed ? FAR : TableStream.EMPTY_PAGES - 1) ? record(iterator.group(1)) : "";
                return "{\"Records\":[" + records + "]" + (closed && page == FAR ? "" : ",\"NextShardIterator\":\"" + iterator.group(1) + "-"
                        + (page + 1) + "\"") + "}";
        }
    }

    private static String record(String shard) {
        return "{\"eventName\":\"INSERT\",\"dynamodb\":{\"ApproximateCreationDateTime\":10,\"Keys\":{\"pk\":{\"S\":\"" + shard
                + "\"},\"sk\":{\"S\":\"1\"}},\"NewImage\":{\"pk\":{\"S\":\"" + shard + "\"}}}}";
    }

    @Test
    void emptyPagesAreNotTheEnd() {
        try (AwsStandIn aws = new AwsStandIn((region, action, body) -> answer(action, body))) {
            TableStream.Records records = TableStream.read(aws.access("eu-central-1"), "t");
            assertThat(records.changes()).extracting(Change::key).containsExactly("closed / 1", "open / 1");
            assertThat(records.complete()).isTrue();
        }
    }

    @Test
    void whatWasNotReadToItsEndIsSaid() {
        try (AwsStandIn aws = new AwsStandIn((region, action, body) -> answer(action, body))) {
            TableStream.Records records = TableStream.read(aws.access("eu-central-1"), "t", FAR + 10);
            assertThat(records.changes()).extracting(Change::key).containsExactly("closed / 1");
            assertThat(records.complete()).isFalse();
        }
    }
}
