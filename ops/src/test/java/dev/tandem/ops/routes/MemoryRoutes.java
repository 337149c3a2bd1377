package dev.tandem.ops.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.ops.access.AwsStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The items of one service in memory, with the conditions that a store of routes puts on them. */
final class MemoryRoutes implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeMap<String, JsonNode> items = new TreeMap<>();
    private final AwsStandIn aws = new AwsStandIn((region, action, body) -> answer(action, body));
    private final DynamoDbClient dynamo = aws.access("eu-central-1").client(DynamoDbClient.builder());
    final RouteStore store = RouteStore.consistent(dynamo, "tandem-prod-routes", Clock.systemUTC());

    RouteOperations operations() {
        return new RouteOperations(store, new LeaseStore(dynamo, "tandem-prod-routes", Clock.systemUTC()), document -> Map.of());
    }

    /** What the stack writes. */
    void declare(RouteDocument document) {
        ObjectNode item = JSON.createObjectNode();
        Map.of("service", document.service(), "item", "declared", "document", RouteJson.canonicalText(document), "digest",
                RouteJson.digest(document)).forEach((name, text) -> item.putObject(name).put("S", text));
        items.put("declared", item);
    }

    private String answer(String action, String body) {
        try {
            JsonNode request = JSON.readTree(body);
            JsonNode values = request.path("ExpressionAttributeValues");
            String key = request.at("/Key/item/S").asText();
            return switch (action) {
                case "GetItem" -> items.containsKey(key) ? "{\"Item\":" + items.get(key) + "}" : "{}";
                case "Query" -> "{\"Items\":" + (values.has(":prefix") ? items.subMap("v#", true, "v$", false).descendingMap().values()
                        : items.subMap(values.at("/:from/S").asText(), true, values.at("/:to/S").asText(), true).values()) + "}";
                case "PutItem" -> put(request.path("Item"), request.path("ConditionExpression").asText(), values);
                default -> null;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String put(JsonNode item, String condition, JsonNode values) {
        String key = item.at("/item/S").asText();
        JsonNode there = items.get(key);
        boolean holds = condition.startsWith("attribute_not_exists") ? there == null
                : there != null && there.path("version").equals(values.path(":expected"));
        if (!holds) {
            return "HTTP 400 ConditionalCheckFailedException";
        }
        items.put(key, item);
        return "{}";
    }

    @Override
    public void close() {
        dynamo.close();
        aws.close();
    }
}
