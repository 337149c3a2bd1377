package dev.tandem.mesh.members;

import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.AwsFailures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * The global table that a function in each region keeps: partition key {@code pk} is the ECS service, which is named as its
 * version's cluster, sort key {@code sk} the region; {@code addresses} is a list of strings, {@code writtenAt} a number of
 * nanoseconds since 1970. This region's replica is read, eventually consistent, up to a hundred items a call (the limit of
 * {@code BatchGetItem}). Safe for use by several threads.
 */
public final class EndpointTable implements MemberSource {

    /** Most keys in one call; DynamoDB API reference, BatchGetItem. */
    private static final int MOST_KEYS = 100;

    private static final long NANOS = 1_000_000_000L;

    private final DynamoDbClient dynamo;
    private final String table;
    private final String region;

    /**
     * Reads nothing yet.
     *
     * @param dynamo client of the own region
     * @param table  name of the table
     * @param region the other region, whose items are read
     */
    public EndpointTable(DynamoDbClient dynamo, String table, String region) {
        this.dynamo = dynamo;
        this.table = table;
        this.region = region;
    }

    /** Name of an environment's table, the same in both regions. */
    public static String tableName(String project, String environment) {
        return project + "-" + environment + "-endpoints";
    }

    @Override
    public Map<String, RemoteTasks> read(Collection<String> clusters) {
        List<String> wanted = List.copyOf(new TreeSet<>(clusters));
        Map<String, RemoteTasks> tasks = new TreeMap<>();
        for (int start = 0; start < wanted.size(); start += MOST_KEYS) {
            batch(wanted.subList(start, Math.min(wanted.size(), start + MOST_KEYS)), tasks);
        }
        return tasks;
    }

    private void batch(List<String> clusters, Map<String, RemoteTasks> into) {
        KeysAndAttributes keys = KeysAndAttributes.builder().keys(clusters.stream().map(this::key).toList()).build();
        BatchGetItemResponse response;
        try {
            response = dynamo.batchGetItem(request -> request.requestItems(Map.of(table, keys)));
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:BatchGetItem", "table " + table, failure);
        }
        if (response.hasUnprocessedKeys() && !response.unprocessedKeys().isEmpty()) {
            throw new RouteSourceException("dynamodb:BatchGetItem on table " + table + ": DynamoDB left keys out, it is asked too often;"
                    + " they are asked for again");
        }
        response.responses().getOrDefault(table, List.of())
                .forEach(item -> into.put(item.get("pk").s(), task(item)));
    }

    private Map<String, AttributeValue> key(String cluster) {
        return Map.of("pk", AttributeValue.fromS(cluster), "sk", AttributeValue.fromS(region));
    }

    private RemoteTasks task(Map<String, AttributeValue> item) {
        AttributeValue writtenAt = item.get("writtenAt");
        AttributeValue addresses = item.get("addresses");
        if (writtenAt == null || writtenAt.n() == null || addresses == null || !addresses.hasL()) {
            throw new RouteSourceException("item " + item.get("pk").s() + "/" + region + " of table " + table + " has "
                    + new TreeSet<>(item.keySet()) + ", expected a number writtenAt and a list addresses; the function"
                    + " that writes it repairs it within five minutes");
        }
        List<String> found = new ArrayList<>();
        addresses.l().forEach(address -> found.add(String.valueOf(address.s())));
        long nanos = Long.parseLong(writtenAt.n());
        return new RemoteTasks(found, Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS));
    }
}
