package dev.tandem.ops.canary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.mesh.store.RouteItems;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** The state of each service's canary, an item {@code canary} in the table of routes. Safe for use by several threads. */
public final class CanaryStore {

    private static final String ITEM = "canary";
    private static final String STATE = "state";
    private static final String REVISION = "revision";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoDbClient dynamo;
    private final String table;

    /** @param table as {@link RouteItems#tableName} says */
    public CanaryStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** Whether there is such an environment. */
    public boolean exists() {
        try {
            dynamo.describeTable(request -> request.tableName(table));
            return true;
        } catch (ResourceNotFoundException none) {
            return false;
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:DescribeTable", "table " + table, failure);
        }
    }

    /**
     * The last canary of a service.
     *
     * @throws RouteSourceException when the table can't be read, or the item was not written by Tandem
     */
    public Optional<CanaryRun> load(String service) {
        try {
            Map<String, AttributeValue> item = dynamo.getItem(request -> request.tableName(table)
                    .key(key(service)).consistentRead(true)).item();
            return item.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(item.get(STATE).s(), CanaryRun.class));
        } catch (JsonProcessingException | NullPointerException bad) {
            throw new RouteSourceException("table " + table + ", service " + service + ", item \"" + ITEM
                    + "\" is no state of a canary that Tandem wrote: delete it, then look at ./tandem status " + service, bad);
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:GetItem", "table " + table, failure);
        }
    }

    /**
     * Writes a state that follows on the one that was read.
     *
     * @return whether it was written; not when someone else wrote meanwhile
     */
    public boolean save(CanaryRun run, Optional<CanaryRun> before) {
        try {
            Map<String, AttributeValue> item = new java.util.HashMap<>(key(run.service()));
            item.put(STATE, AttributeValue.fromS(JSON.writeValueAsString(run)));
            item.put(REVISION, AttributeValue.fromN(Long.toString(run.revision())));
            dynamo.putItem(request -> {
                request.tableName(table).item(item).expressionAttributeNames(Map.of("#r", REVISION));
                if (before.isEmpty()) {
                    request.conditionExpression("attribute_not_exists(#r)");
                } else {
                    request.conditionExpression("#r = :r").expressionAttributeValues(
                            Map.of(":r", AttributeValue.fromN(Long.toString(before.get().revision()))));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException lost) {
            return false;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (SdkException failure) {
            throw AwsFailures.explain("dynamodb:PutItem", "table " + table, failure);
        }
    }

    private static Map<String, AttributeValue> key(String service) {
        return RouteItems.key(service, ITEM);
    }
}
