package dev.tandem.e2e.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.StockCli.Outcome;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The components as a package: a program in YAML builds a service through the stock CLI, and the pack judges its children. */
@NeedsTools({Tools.STOCK_CLI, Tools.YAML_HOST})
class ComponentPackageTest {

    private static final String BOUNDARY = "arn:aws:iam::111122223333:policy/tandem-boundary";
    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

    private static Consumer shop;

    @BeforeAll
    static void stack() {
        shop = new Consumer(SharedClone.get(), "yaml/Pulumi.yaml").stack("permissionsBoundaryArn", BOUNDARY);
    }

    @Test
    void the_stock_cli_reads_a_schema_in_which_every_property_is_described() {
        JsonNode schema = shop.json("package", "get-schema", SharedClone.get().root().resolve("components").toString());
        assertThat(schema.path("resources").properties()).extracting(r -> r.getKey())
                .containsExactlyInAnyOrder("tandem:foundation:RegionalFoundation", "tandem:service:MeshService");
        List<JsonNode> described = List.of(schema.path("resources"), schema.path("types"));
        for (JsonNode part : described) {
            part.properties().forEach(type -> {
                assertThat(type.getValue().path("description").asText()).as(type.getKey()).isNotBlank();
                for (String kind : List.of("inputProperties", "properties")) {
                    type.getValue().path(kind).properties().forEach(property -> assertThat(
                            property.getValue().path("description").asText())
                            .as("%s %s %s", type.getKey(), kind, property.getKey()).isNotBlank());
                }
            });
        }
        assertThat(schema.path("resources").path("tandem:service:MeshService").path("inputProperties").path("image")
                .path("plain").asBoolean()).as("an image decides what is planned").isTrue();
    }

    @Test
    void the_pack_refuses_a_mistake_of_the_consumer_on_the_children_and_takes_the_program_without_it() {
        shop.write("policy/tandem-boundary", "policy/of-my-own");
        Outcome refused = shop.operate("preview");
        assertThat(refused.exit()).as(refused.text()).isNotZero();
        assertThat(refused.events().findings())
                .filteredOn(f -> f.policy().equals("iam-permissions-boundary") && f.urn().endsWith("orders-task"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo("mandatory");
                    assertThat(finding.message()).contains("policy/of-my-own", BOUNDARY);
                    assertThat(finding.urn()).contains("tandem:service:MeshService$");
                });
        shop.restore();
        Outcome planned = shop.operate("preview");
        assertThat(planned.exit()).as(planned.text()).isZero();
        assertThat(planned.events().findings()).extracting(f -> f.level()).doesNotContain("mandatory");
        assertThat(planned.events().findings()).as("the pack saw the children").isNotEmpty();
    }

    @Test
    void an_argument_that_is_wrong_is_told_without_a_stack_trace() {
        shop.write("orders:1.0.0", "orders:latest");
        Outcome refused = shop.operate("preview");
        shop.restore();
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.text()).contains("service orders", "latest").doesNotContain("\tat ");
    }

    @Test
    void outputs_and_dependencies_reach_program_and_state() {
        Outcome up = shop.operate("up", "--yes", "--skip-preview");
        assertThat(up.exit()).as(up.text()).isZero();
        JsonNode outputs = shop.json("stack", "output", "--json", "--stack", Consumer.STACK);
        List<JsonNode> state = shop.resources();
        JsonNode vpc = named(state, "aws:ec2/vpc:Vpc", "foundation-network");
        assertThat(outputs.path("vpcId").asText()).isEqualTo(vpc.path("id").asText()).isNotBlank();
        assertThat(outputs.path("foundation").path("vpcId").asText()).isEqualTo(vpc.path("id").asText());
        assertThat(outputs.path("serviceArn").asText())
                .isEqualTo(named(state, "aws:ecs/service:Service", "orders").path("id").asText()).isNotBlank();
        JsonNode group = named(state, "aws:ec2/securityGroup:SecurityGroup", "orders-tasks");
        assertThat(texts(group.path("dependencies"))).as("the service's group depends on the foundation's network")
                .contains(vpc.path("urn").asText());
        assertThat(texts(group.path("propertyDependencies").path("vpcId"))).contains(vpc.path("urn").asText());
        shop.pulumi("destroy", "--yes", "--skip-preview", "--stack", Consumer.STACK, "--non-interactive").succeeded();
    }

    @Test
    void a_secret_of_the_consumer_is_a_secret_of_the_children() {
        Consumer team = new Consumer(SharedClone.get(), "yaml/team.yaml").stack("permissionsBoundaryArn", BOUNDARY);
        Outcome up = team.operate("up", "--yes", "--skip-preview");
        assertThat(up.exit()).as(up.text()).isZero();
        JsonNode queue = named(team.resources(), "aws:sqs/queue:Queue", "invoices");
        assertThat(queue.path("inputs").path("kmsMasterKeyId").toString()).contains(SECRET).doesNotContain("0f1e2d3c");
    }

    private static JsonNode named(List<JsonNode> state, String type, String prefix) {
        return state.stream().filter(r -> r.path("type").asText().equals(type))
                .filter(r -> r.path("urn").asText().replaceFirst(".*::", "").startsWith(prefix))
                .findFirst().orElseThrow(() -> new AssertionError("no " + type + " named " + prefix + "*"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
