package dev.tandem.preview.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.preview.project.InvalidProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;

class PackConfigTest {

    @TempDir
    Path folder;

    private final AnalyzerInfo info = AnalyzerInfo.newBuilder()
            .setName("demo")
            .setSupportsConfig(true)
            .addPolicies(ceiling())
            .addPolicies(PolicyInfo.newBuilder().setName("naming").setEnforcementLevel(EnforcementLevel.ADVISORY))
            .putInitialConfig("naming", PolicyConfig.newBuilder()
                    .setEnforcementLevel(EnforcementLevel.MANDATORY)
                    .setProperties(Struct.newBuilder().putFields("prefix", text("x-")))
                    .build())
            .build();

    @Test
    void defaultsThenInitialConfiguration() {
        Map<String, PolicyConfig> merged = PackConfig.merge(info, Optional.empty());

        assertThat(merged.get("ceiling").getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
        assertThat(merged.get("ceiling").getProperties().getFieldsOrThrow("eur").getNumberValue()).isEqualTo(100);
        assertThat(merged.get("naming").getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
        assertThat(merged.get("naming").getProperties().getFieldsOrThrow("prefix")).isEqualTo(text("x-"));
    }

    @Test
    void theFileWinsAndAllComesFirst() throws IOException {
        Map<String, PolicyConfig> merged =
                merge("{\"all\": \"disabled\", \"ceiling\": {\"enforcementLevel\": \"advisory\", \"eur\": 80}}");

        assertThat(merged).containsOnlyKeys("ceiling", "naming");
        assertThat(merged.get("ceiling").getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
        assertThat(merged.get("ceiling").getProperties().getFieldsOrThrow("eur").getNumberValue()).isEqualTo(80);
        assertThat(merged.get("naming").getEnforcementLevel()).isEqualTo(EnforcementLevel.DISABLED);
        assertThat(merged.get("naming").getProperties().getFieldsOrThrow("prefix")).isEqualTo(text("x-"));
    }

    @Test
    void wrongFilesSayWhatIsExpected() {
        assertInvalid("{\"cieling\": \"advisory\"}",
                "config.json: key 'cieling' names no rule of pack 'demo'. Did you mean 'ceiling'?");
        assertInvalid("{\"ceiling\": \"loud\"}", "config.json: key 'ceiling': found level 'loud', expected advisory,"
                + " mandatory, remediate or disabled");
        assertInvalid("{\"ceiling\": 3}", "config.json: key 'ceiling': found '3', expected a level or an object");
        assertInvalid("[]", "config.json: found a list, expected an object such as");
        assertInvalid("{\n\"ceiling\": }", "config.json:2: is no JSON");
        assertInvalid("{\"ceiling\": {\"eur\": \"many\"}}", "config.json: rule 'ceiling': $.eur: string found");
    }

    @Test
    void aPackWithoutConfigurationTakesNoFile() throws IOException {
        PackConfigFile file = file("{}");
        AnalyzerInfo without = info.toBuilder().setSupportsConfig(false).build();

        assertThatThrownBy(() -> PackConfig.merge(without, Optional.of(file)))
                .hasMessage("config.json: pack 'demo' takes no configuration, expected no --policy-pack-config");
    }

    private void assertInvalid(String json, String message) {
        assertThatThrownBy(() -> merge(json)).isInstanceOf(InvalidProjectException.class).hasMessageStartingWith(message);
    }

    private Map<String, PolicyConfig> merge(String json) throws IOException {
        return PackConfig.merge(info, Optional.of(file(json)));
    }

    private PackConfigFile file(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), json);
        return PackConfigFile.read(file, "config.json");
    }

    private static PolicyInfo ceiling() {
        Struct eur = Struct.newBuilder()
                .putFields("type", text("number"))
                .putFields("default", Value.newBuilder().setNumberValue(100).build())
                .build();
        PolicyInfo.Builder out = PolicyInfo.newBuilder().setName("ceiling").setEnforcementLevel(EnforcementLevel.MANDATORY);
        out.getConfigSchemaBuilder().setProperties(
                Struct.newBuilder().putFields("eur", Value.newBuilder().setStructValue(eur).build()));
        return out.build();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
