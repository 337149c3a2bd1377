package dev.tandem.preview.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void followsThePublishedSchema() throws IOException {
        StackReport full = Reports.stack(ExitCode.VIOLATED, List.of(Reports.finding()), List.of(Reports.SITE));
        StackReport failed = StackReport.failed("qa", "", ExitCode.INVALID, List.of("no region"), List.of());

        JsonNode report = JSON.readTree(PreviewJson.write(new Report("shop", List.of(full, failed)), "1.2.3"));

        assertThat(schema().validate(report)).isEmpty();
        assertThat(report.at("/exitCode").asInt()).isEqualTo(2);
        assertThat(report.at("/stacks/0/resources/3/region").asText()).isEqualTo("eu-central-1");
        assertThat(report.at("/stacks/0/findings/0/fix").asText()).isEqualTo("set a key");
        assertThat(report.at("/stacks/0/rules/0/counts/notApplicable").asInt()).isEqualTo(3);
        assertThat(report.at("/stacks/0/cost/lines/0/monthlyEur").decimalValue()).isEqualByComparingTo("12.3456");
        assertThat(report.at("/stacks/0/cost/lines/0/asOf").asText()).isEqualTo("2026-10-01");
        assertThat(report.at("/stacks/0/cost/lines/0/confidence").asText()).isEqualTo("bulk");
        assertThat(report.at("/stacks/1/cost").isNull()).isTrue();
        assertThat(report.at("/stacks/1/problems/0").asText()).isEqualTo("no region");
    }

    @Test
    void theSchemaKnowsEveryKeyAndRequiresIt() throws IOException {
        JsonNode report = JSON.readTree(PreviewJson.write(new Report("shop",
                List.of(Reports.stack(ExitCode.CLEAN, List.of(Reports.finding()), List.of()))), "1.2.3"));
        for (String place : List.of("", "/stacks/0", "/stacks/0/resources/0", "/stacks/0/findings/0",
                "/stacks/0/undecided/0", "/stacks/0/notApplicable/0", "/stacks/0/pack", "/stacks/0/rules/0", "/stacks/0/rules/0/counts", "/stacks/0/cost",
                "/stacks/0/cost/lines/0", "/stacks/0/cost/notPriced/0", "/stacks/0/cost/exchangeRate", "/stacks/0/log/0")) {
            ObjectNode more = (ObjectNode) report.deepCopy().at(place);
            ObjectNode less = (ObjectNode) report.deepCopy().at(place);
            assertThat(more.isObject()).as(place).isTrue();
            less.fieldNames().forEachRemaining(key -> {
                JsonNode without = report.deepCopy();
                ((ObjectNode) without.at(place)).remove(key);
                assertThat(validate(without)).as("%s without %s", place, key).isNotEmpty();
            });
            JsonNode with = report.deepCopy();
            ((ObjectNode) with.at(place)).put("surprise", 1);
            assertThat(validate(with)).as("%s with a key too many", place).isNotEmpty();
        }
    }

    private static List<String> validate(JsonNode report) {
        return schema().validate(report).stream().map(m -> m.getMessage()).toList();
    }

    private static JsonSchema schema() {
        try {
            String text = Files.readString(Path.of("../docs/schema/report.schema.json"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
