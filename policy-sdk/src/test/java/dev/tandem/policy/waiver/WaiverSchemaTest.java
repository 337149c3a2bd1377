package dev.tandem.policy.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema, which editors use, and the reader agree on what a waiver file is. */
class WaiverSchemaTest {

    private static final String GOOD =
            "waivers: [{finding: 'a[b]', urn: '*::x', reason: why, owner: who, until: '2027-03-31'}]";

    private static JsonSchema schema() throws Exception {
        JsonNode json = new ObjectMapper().readTree(Files.readString(Path.of("..", "docs", "schema", "waivers.schema.json")));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(json, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static void assertAgreement(String yaml, boolean good) throws Exception {
        assertThat(schema().validate(new YAMLMapper().readTree(yaml)).isEmpty()).as("schema: " + yaml).isEqualTo(good);
        assertThat(WaiverFile.parse("waivers.yaml", yaml).problems().isEmpty()).as("reader: " + yaml).isEqualTo(good);
    }

    @Test
    void whatIsGood() throws Exception {
        assertAgreement(GOOD, true);
        assertAgreement("waivers: []", true);
        assertAgreement("waivers:", true);
        assertAgreement(GOOD.replace("'a[b]'", "rule-1"), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "finding: 'a[b]', ", "urn: '*::x', ", "reason: why, ", "owner: who, ", ", until: '2027-03-31'"
    })
    void whatIsMissing(String part) throws Exception {
        assertAgreement(GOOD.replace(part, ""), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-30", "31.3.2027", "soon", "2027-3-31", "+2027-03-31", ""})
    void whatIsNoDate(String until) throws Exception {
        assertAgreement(GOOD.replace("2027-03-31", until), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "wavers: []", "waivers: {a: b}", "waivers: [x]", "[]", "{waivers: [], more: 1}",
        "waivers: [{finding: 'No', urn: '*::x', reason: why, owner: who, until: '2027-03-31'}]",
        "waivers: [{finding: 'a[]', urn: '*::x', reason: why, owner: who, until: '2027-03-31'}]",
        "waivers: [{finding: 'a[b', urn: '*::x', reason: why, owner: who, until: '2027-03-31'}]",
        "waivers: [{finding: a, urn: ' ', reason: why, owner: who, until: '2027-03-31'}]",
        "waivers: [{finding: a, urn: '*::x', reason: [a], owner: who, until: '2027-03-31'}]",
        "waivers: [{finding: a, urn: '*::x', reason: why, owner: who, until: '2027-03-31', note: x}]"
    })
    void whatIsWrong(String yaml) throws Exception {
        assertAgreement(yaml, false);
    }
}
