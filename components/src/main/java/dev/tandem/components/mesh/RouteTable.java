package dev.tandem.components.mesh;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.TableItem;
import com.pulumi.aws.dynamodb.TableItemArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of a region's route documents, with what the stack declares of each service. What operators change lies beside it
 * in items of their own, which a deployment never touches.
 */
public final class RouteTable extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:mesh:RouteTable";

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final String PARTITION = "service";
    private static final String SORT = "item";

    /**
     * Declares the table.
     *
     * @param name       Pulumi name, prefix of all children's
     * @param foundation the region
     * @param documents  documents by service
     * @param protectedFromDeletion whether the table refuses to be deleted
     * @param options    options; the provider decides the region
     */
    public RouteTable(
            String name, FoundationRef foundation, Map<String, RouteDocument> documents, boolean protectedFromDeletion,
            ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        Table table = new Table(name + "-routes", TableArgs.builder()
                .name(name(foundation.project(), foundation.environment()))
                .billingMode("PAY_PER_REQUEST")
                .hashKey(PARTITION)
                .rangeKey(SORT)
                .attributes(
                        TableAttributeArgs.builder().name(PARTITION).type("S").build(),
                        TableAttributeArgs.builder().name(SORT).type("S").build())
                .ttl(TableTtlArgs.builder().attributeName("expires").enabled(true).build())
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
                .serverSideEncryption(TableServerSideEncryptionArgs.builder()
                        .enabled(true)
                        .kmsKeyArn(foundation.kmsKeyArn())
                        .build())
                .deletionProtectionEnabled(protectedFromDeletion)
                .build(), child);
        new TreeMap<>(documents).forEach((service, document) -> new TableItem(name + "-routes-" + service, TableItemArgs.builder()
                .tableName(table.name())
                .hashKey(PARTITION)
                .rangeKey(SORT)
                .item(declared(document))
                .build(), child));
        registerOutputs(Map.of("tableName", table.name()));
    }

    /** Name of an environment's table, the same in both regions. */
    public static String name(String project, String environment) {
        return project + "-" + environment + "-routes";
    }

    /** The item of what the stack declares, in DynamoDB's JSON; equal documents give equal text. */
    static String declared(RouteDocument document) {
        Map<String, Object> item = new TreeMap<>();
        item.put(PARTITION, Map.of("S", document.service()));
        item.put(SORT, Map.of("S", "declared"));
        item.put("document", Map.of("S", RouteJson.canonicalText(document)));
        item.put("digest", Map.of("S", RouteJson.digest(document)));
        return GSON.toJson(item);
    }
}
