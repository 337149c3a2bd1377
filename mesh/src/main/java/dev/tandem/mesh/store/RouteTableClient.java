package dev.tandem.mesh.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The table, one call a method, failures explained. Safe for use by several threads. */
final class RouteTableClient {

    private final DynamoDbClient dynamo;
    private final String table;
    private final boolean consistent;

    RouteTableClient(DynamoDbClient dynamo, String table, boolean consistent) {
        this.dynamo = dynamo;
        this.table = table;
        this.consistent = consistent;
    }

    String table() {
        return table;
    }

    Optional<Map<String, AttributeValue>> get(String service, String item) {
        return call("dynamodb:GetItem", () -> {
            var response = dynamo.getItem(request -> request
                    .tableName(table)
                    .key(RouteItems.key(service, item))
                    .consistentRead(consistent));
            return response.hasItem() ? Optional.of(response.item()) : Optional.<Map<String, AttributeValue>>empty();
        });
    }

    /** A service's items with sort keys from one to another, both included; few and small ones only. */
    List<Map<String, AttributeValue>> between(String service, String from, String to) {
        return call("dynamodb:Query", () -> dynamo.query(request -> request
                        .tableName(table)
                        .keyConditionExpression("#service = :service AND #item BETWEEN :from AND :to")
                        .expressionAttributeNames(names(RouteItems.SERVICE, RouteItems.ITEM))
                        .expressionAttributeValues(Map.of(":service", RouteItems.text(service), ":from", RouteItems.text(from),
                                ":to", RouteItems.text(to)))
                        .consistentRead(consistent))
                .items());
    }

    /** A service's documents, newest first, without their texts. */
    List<Map<String, AttributeValue>> versions(String service, int limit) {
        return call("dynamodb:Query", () -> dynamo.query(request -> request
                        .tableName(table)
                        .keyConditionExpression("#service = :service AND begins_with(#item, :prefix)")
                        .projectionExpression("#service, #item, #version, #digest, #author, #note, #at")
                        .expressionAttributeNames(names(RouteItems.SERVICE, RouteItems.ITEM, RouteItems.VERSION,
                                RouteItems.DIGEST, RouteItems.AUTHOR, RouteItems.NOTE, RouteItems.AT))
                        .expressionAttributeValues(Map.of(
                                ":service", RouteItems.text(service),
                                ":prefix", RouteItems.text(RouteItems.VERSION_PREFIX)))
                        .scanIndexForward(false)
                        .consistentRead(consistent)
                        .limit(limit))
                .items());
    }

    /** All pointers and declared documents of the table. */
    List<Map<String, AttributeValue>> heads() {
        return call("dynamodb:Scan", () -> dynamo.scanPaginator(request -> request
                        .tableName(table)
                        .filterExpression("#item = :live OR #item = :declared")
                        .expressionAttributeNames(names(RouteItems.ITEM))
                        .expressionAttributeValues(Map.of(
                                ":live", RouteItems.text(RouteItems.LIVE),
                                ":declared", RouteItems.text(RouteItems.DECLARED)))
                        .consistentRead(consistent))
                .items()
                .stream()
                .toList());
    }

    /** Writes an item when the condition holds. @return whether it was written */
    boolean put(Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values, String... attributes) {
        return call("dynamodb:PutItem", () -> {
            try {
                dynamo.putItem(request -> request
                        .tableName(table)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(attributes))
                        .expressionAttributeValues(values.isEmpty() ? null : values));
                return true;
            } catch (ConditionalCheckFailedException lost) {
                return false;
            }
        });
    }

    boolean delete(String service, String item, String condition, Map<String, AttributeValue> values, String... attributes) {
        return call("dynamodb:DeleteItem", () -> {
            try {
                dynamo.deleteItem(request -> request
                        .tableName(table)
                        .key(RouteItems.key(service, item))
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(attributes))
                        .expressionAttributeValues(values));
                return true;
            } catch (ConditionalCheckFailedException lost) {
                return false;
            }
        });
    }

    private <T> T call(String action, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException failure) {
            String region = dynamo.serviceClientConfiguration().region() == null
                    ? "" : " in " + dynamo.serviceClientConfiguration().region().id();
            throw AwsFailures.explain(action, "table " + table + region, failure);
        }
    }

    /** Some of our attributes are reserved words of DynamoDB, so every one goes by a placeholder. */
    private static Map<String, String> names(String... attributes) {
        Map<String, String> names = new HashMap<>();
        for (String attribute : attributes) {
            names.put("#" + attribute, attribute);
        }
        return names;
    }
}
