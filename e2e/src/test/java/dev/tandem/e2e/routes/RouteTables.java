package dev.tandem.e2e.routes;

import dev.tandem.e2e.aws.Moto;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.store.RouteItems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A table as the components declare it, and documents to put into it. */
public final class RouteTables {

    /** Region of the table. */
    public static final String REGION = "eu-central-1";
    /** Its name. */
    public static final String TABLE = RouteItems.tableName("tandem", "prod");

    private RouteTables() {}

    /** A client of the simulator. */
    public static DynamoDbClient client(Moto moto) {
        return moto.client(DynamoDbClient.builder(), REGION);
    }

    /** Ends a lease, as its expiry would. */
    static void endLease(DynamoDbClient dynamo, String service) {
        dynamo.deleteItem(delete -> delete.tableName(TABLE).key(Map.of(
                RouteItems.SERVICE, AttributeValue.fromS(service), RouteItems.ITEM, AttributeValue.fromS("lease"))));
    }

    /** Makes the table. */
    public static void create(DynamoDbClient dynamo) {
        dynamo.createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        a -> a.attributeName(RouteItems.SERVICE).attributeType(ScalarAttributeType.S),
                        a -> a.attributeName(RouteItems.ITEM).attributeType(ScalarAttributeType.S))
                .keySchema(
                        k -> k.attributeName(RouteItems.SERVICE).keyType(KeyType.HASH),
                        k -> k.attributeName(RouteItems.ITEM).keyType(KeyType.RANGE)));
    }

    /** Puts a document where a stack puts what it declares. */
    public static void declare(DynamoDbClient dynamo, RouteDocument document) {
        dynamo.putItem(put -> put.tableName(TABLE).item(Map.of(
                RouteItems.SERVICE, AttributeValue.fromS(document.service()),
                RouteItems.ITEM, AttributeValue.fromS(RouteItems.DECLARED),
                "document", AttributeValue.fromS(RouteJson.canonicalText(document)),
                "digest", AttributeValue.fromS(RouteJson.digest(document)))));
    }

    /** A document with a share for the canary, percent. */
    public static RouteDocument auth(int canary) {
        return RouteDocument.builder("auth")
                .in("prod", "prod.example.org")
                .path(Optional.of("/api/auth"))
                .version("stable", 100 - canary, canary == 100 ? 0 : 1)
                .version("canary", canary, canary == 0 ? 0 : 1)
                .callers(List.of("persona"))
                .build();
    }
}
