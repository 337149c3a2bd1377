package dev.tandem.e2e.mesh;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.members.EndpointTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The other region's function that writes where its tasks are: its own code under Python, against the simulator. */
final class EndpointFunction {

    static final String REGION = "eu-west-1";
    static final String TABLE = EndpointTable.tableName("tandem", "test");

    private static final String SOURCES = "components/src/main/resources/dev/tandem/components/functions";
    private static final Duration LIMIT = Duration.ofSeconds(180);

    private final MeshOnMoto aws;

    EndpointFunction(MeshOnMoto aws) {
        this.aws = aws;
        aws.dynamo().createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        a -> a.attributeName("pk").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH), k -> k.attributeName("sk").keyType(KeyType.RANGE)));
    }

    /** Writes the tasks of an ECS service, as the function does; into this region's replica, which the simulator does not make. */
    void write(String service, String... addresses) {
        String code = "import boto3, time, endpoints; endpoints.write(boto3.client('dynamodb', region_name='" + MeshOnMoto.REGION
                + "'), '" + service + "', ['" + String.join("', '", addresses) + "'], time.time_ns()) or exit(3)";
        Map<String, String> environment = new HashMap<>(aws.environment());
        environment.putAll(Map.of("AWS_REGION", REGION, "TABLE", TABLE, "PYTHONDONTWRITEBYTECODE", "1"));
        Run.in(ScratchClone.repository().resolve(SOURCES), environment, LIMIT,
                List.of(Tools.MOTO.path().resolve("bin/python").toString(), "-c", code)).succeeded();
    }

    /** Somebody else wrote over the item. */
    void garbage(String service) {
        aws.dynamo().putItem(put -> put.tableName(TABLE).item(Map.of(
                "pk", AttributeValue.fromS(service), "sk", AttributeValue.fromS(REGION),
                "addresses", AttributeValue.fromL(List.of(AttributeValue.fromS("not an address"))),
                "writtenAt", AttributeValue.fromN("99999999999999999"))));
    }
}
