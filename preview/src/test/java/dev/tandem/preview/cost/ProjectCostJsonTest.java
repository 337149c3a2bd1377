package dev.tandem.preview.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tandem.cost.Estimator;
import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.compare.ChangeJson;
import dev.tandem.cost.compare.Reported;
import dev.tandem.cost.compare.StackChange;
import dev.tandem.cost.report.Ceiling;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.statement.Statement;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Provider;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import dev.tandem.preview.cost.ProjectCost.StackCost;
import dev.tandem.preview.report.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The JSON of the bill, against its published form. */
class ProjectCostJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Provider PROVIDER = new Provider("pulumi:providers:aws", "urn:p", "aws",
            Property.root(Map.of("region", new Value.Text("eu-west-1"))));

    @Test
    void followsThePublishedForm() throws IOException {
        JsonNode bill = JSON.readTree(ProjectCostJson.write(cost()));

        assertThat(validate("cost", bill)).isEmpty();
        assertThat(bill.at("/exitCode").asInt()).isEqualTo(3);
        assertThat(bill.at("/stacks/0/cost/lines/0/asOf").asText()).isEqualTo("2025-10-28");
        assertThat(bill.at("/stacks/0/whatIf/differences/0/changeEur").decimalValue()).isNegative();
        assertThat(bill.at("/stacks/1/cost").isNull()).isTrue();
        for (String place : List.of("", "/stacks/0", "/stacks/0/cost", "/stacks/0/cost/lines/0", "/stacks/0/whatIf")) {
            JsonNode surprising = bill.deepCopy();
            ((ObjectNode) surprising.at(place)).put("surprise", 1);
            assertThat(validate("cost", surprising)).as(place).isNotEmpty();
        }
    }

    @Test
    void aDifferenceFollowsItsFormToo() throws IOException {
        ObjectNode bill = (ObjectNode) JSON.readTree(ProjectCostJson.write(cost()));
        ((ArrayNode) bill.path("stacks")).remove(1);
        Map<String, Reported> first = Reported.read(bill.toString(), "a.json");

        String text = ProjectCostJson.write(ChangeJson.write(StackChange.between(first, Map.of())));

        assertThat(validate("cost-diff", JSON.readTree(text))).isEmpty();
    }

    @Test
    void aStackWithoutABillSaysWhy() {
        assertThat(ProjectCostText.write(cost())).contains("\n\nqa  no bill\n  no compiler\n  found\n")
                .contains("  not priced: the insides of the remote component urn:remote\n");
    }

    private static ProjectCost cost() {
        CostReport planned = report(nat("a"), nat("b"));
        Statement statement = new Statement("dev", "eu-west-1", Ceiling.DEFAULT, planned, List.of("x=1"), List.of("less"),
                Optional.of(report(nat("a"))));
        return new ProjectCost("shop", List.of(
                new StackCost("dev", "eu-west-1", ExitCode.VIOLATED, List.of(), List.of("urn:remote"),
                        Optional.of(statement)),
                new StackCost("qa", "", ExitCode.PROGRAM_FAILED, List.of("no compiler\nfound"), List.of(),
                        Optional.empty())));
    }

    private static Resource nat(String name) {
        return Resource.builder("urn:pulumi:dev::shop::aws:ec2/natGateway:NatGateway::" + name).provider(PROVIDER).build();
    }

    private static CostReport report(Resource... plan) {
        return Estimator.estimate(List.of(plan), new Region("eu-west-1"), UsageAssumptions.defaults(),
                new ExchangeRate(new BigDecimal("1.1186"), LocalDate.of(2026, 10, 8), "test"), PriceBook.bundled(),
                LocalDate.of(2026, 11, 22));
    }

    private static List<String> validate(String schema, JsonNode document) {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("../docs/schema/" + schema + ".schema.json")))
                    .validate(document).stream().map(m -> m.getMessage()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
