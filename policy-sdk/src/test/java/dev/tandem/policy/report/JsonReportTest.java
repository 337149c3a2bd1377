package dev.tandem.policy.report;

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

class JsonReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMAS = Path.of("../docs/schema");

    @Test
    void followsThePublishedSchema() throws IOException {
        JsonNode report = JSON.readTree(JsonReport.write(Samples.report(
                Samples.full(), Samples.clean(), PolicyResult.failed("c", 4, List.of("the pack ended")))));

        assertThat(schema().validate(report)).isEmpty();
        assertThat(report.at("/schemaVersion").asInt()).isEqualTo(JsonReport.SCHEMA_VERSION);
        assertThat(report.at("/exitCode").asInt()).isEqualTo(4);
        assertThat(report.at("/tool/version").asText()).isEqualTo("1.2.3");
        JsonNode first = report.at("/stacks/0/findings/0");
        assertThat(first.path("rule").asText()).isEqualTo("encryption");
        assertThat(first.path("outcome").asText()).isEqualTo("violation");
        assertThat(first.path("waived").asText()).isEmpty();
        assertThat(first.at("/location/file").asText()).isEqualTo("src/main/java/shop/My Site.java");
        assertThat(first.at("/location/line").asInt()).isEqualTo(42);
        assertThat(report.at("/stacks/0/findings/1/outcome").asText()).isEqualTo("error");
        assertThat(report.at("/stacks/0/findings/1/location/line").isNull()).isTrue();
        JsonNode waived = report.at("/stacks/0/findings/3");
        assertThat(waived.path("id").asText()).isEqualTo("encryption[logs]");
        assertThat(waived.path("level").asText()).isEqualTo("advisory");
        assertThat(waived.path("waived").asText()).startsWith("until 2027-01-31 by ops");
        assertThat(report.at("/stacks/0/notApplicable/0/resources").asInt()).isEqualTo(3);
        assertThat(report.at("/stacks/2/problems/0").asText()).isEqualTo("the pack ended");
        assertThat(report.at("/stacks/2/pack").isNull()).isTrue();
    }

    @Test
    void theSchemaKnowsEveryKeyAndRequiresIt() throws IOException {
        JsonNode report = JSON.readTree(JsonReport.write(Samples.report(Samples.full())));
        for (String place : List.of("", "/tool", "/stacks/0", "/stacks/0/pack", "/stacks/0/findings/0",
                "/stacks/0/findings/0/location", "/stacks/0/undecided/0", "/stacks/0/notApplicable/0", "/stacks/0/rules/0",
                "/stacks/0/rules/0/counts")) {
            assertThat(report.at(place).isObject()).as(place).isTrue();
            report.at(place).fieldNames().forEachRemaining(key -> {
                JsonNode without = report.deepCopy();
                ((ObjectNode) without.at(place)).remove(key);
                assertThat(schema().validate(without)).as("%s without %s", place, key).isNotEmpty();
            });
            JsonNode with = report.deepCopy();
            ((ObjectNode) with.at(place)).put("surprise", 1);
            assertThat(schema().validate(with)).as("%s with a key too many", place).isNotEmpty();
        }
    }

    /** Whoever reads findings and rules need not know which command wrote them. */
    @Test
    void thePreviewsReportHasTheSamePartsInTheSameForm() throws IOException {
        JsonNode own = JSON.readTree(SCHEMAS.resolve("policy-report.schema.json").toFile());
        JsonNode preview = JSON.readTree(SCHEMAS.resolve("report.schema.json").toFile());
        String parts = "/properties/stacks/items/properties/";
        for (String part : List.of("pack", "gaps", "findings", "undecided", "notApplicable", "rules", "exitCode")) {
            assertThat(own.at(parts + part)).as(part).isNotEmpty().isEqualTo(preview.at(parts + part));
        }
        assertThat(own.at("/properties/schemaVersion")).isEqualTo(preview.at("/properties/schemaVersion"));
    }

    private static JsonSchema schema() {
        try {
            String text = Files.readString(SCHEMAS.resolve("policy-report.schema.json"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
