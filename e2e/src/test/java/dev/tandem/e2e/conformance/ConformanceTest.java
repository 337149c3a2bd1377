package dev.tandem.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.tools.NeedsTools;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scenario that Pulumi's own policy SDKs must pass, through the stock CLI. */
@NeedsTools
class ConformanceTest {

    private static final String WARNING = "advisory truthiness on res1: Verifies properties are true\nThis is a test warning";
    private static final String ERROR = "mandatory falsiness on res2: Verifies properties are false\nThis is a test error";

    private static void violates(Told told, String... violations) {
        boolean refused = List.of(violations).stream().anyMatch(v -> v.startsWith("mandatory"));
        assertThat(told.violations()).as(told.text()).containsExactly(violations);
        assertThat(told.exit()).as(told.text()).isEqualTo(refused ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "up"})
    void simple(String command) {
        SimpleProject project = new SimpleProject("simple").resources("res1=true res2=!res1");
        violates(project.operate(command, ""), WARNING, ERROR);
        assertThat(project.existing()).isEqualTo(command.equals("up") ? List.of("res1=true") : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "up"})
    void config(String command) {
        SimpleProject project = new SimpleProject("config");
        violates(
                project.resources("res=true").operate(command, "{\"allowed\":{\"value\":false}}"),
                "mandatory allowed on res: Verifies properties\nProperty was true");
        violates(
                project.resources("res=false").operate(command, "{\"allowed\":{\"value\":true}}"),
                "mandatory allowed on res: Verifies properties\nProperty was false");
        assertThat(project.existing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "up"})
    void configSchema(String command) {
        SimpleProject project = new SimpleProject("config-schema").resources("resY=true resN=false");
        Told missing = project.operate(command, "{\"validator\":{\"value\":false}}");
        assertThat(missing.exit()).isNotZero();
        assertThat(missing.text()).contains("validating policy config: config-schema 3.0.0  validator: names is required");
        Told empty = project.operate(command, "{\"validator\":{\"value\":false,\"names\":[]}}");
        assertThat(empty.exit()).isNotZero();
        assertThat(empty.text()).contains("validating policy config: config-schema 3.0.0  validator: names: Array must have at least 1 items");
        violates(project.operate(command, "{\"validator\":{\"value\":false,\"names\":[\"resN\"]}}"));
        violates(
                project.operate(command, "{\"validator\":{\"value\":false,\"names\":[\"resY\"]}}"),
                "advisory validator on resY: Verifies property matches config\nProperty was true");
    }

    @Test
    void dryrun() {
        SimpleProject project = new SimpleProject("dryrun").resources("res1=true res2=!res1");
        violates(project.operate("preview", ""),
                "mandatory dry on res2: Verifies properties are true on dryrun\nThis is a test error");
        violates(project.operate("up", ""));
        assertThat(project.existing()).containsExactlyInAnyOrder("res1=true", "res2=false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "up"})
    void enforcementConfig(String command) {
        SimpleProject project = new SimpleProject("enforcement-config").resources("res=true");
        String found = " false on res: Verifies property is false\nProperty was true";
        violates(project.operate(command, "{\"false\":{\"enforcementLevel\":\"mandatory\"}}"), "mandatory" + found);
        violates(project.operate(command, "{\"all\":\"mandatory\"}"), "mandatory" + found);
        assertThat(project.existing()).isEmpty();
        violates(project.operate(command, ""), "advisory" + found);
        violates(project.operate(command, "{\"false\":{\"enforcementLevel\":\"disabled\"}}"));
        violates(project.operate(command, "{\"false\":\"disabled\"}"));
        violates(project.operate(command, "{\"all\":\"disabled\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "up"})
    void invalid(String command) {
        SimpleProject project = new SimpleProject("invalid").resources("res=true");
        Told told = project.operate(command, "");
        assertThat(told.exit()).isNotZero();
        assertThat(told.text()).contains("'all' is reserved").doesNotContain("at dev.tandem");
        assertThat(project.existing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "up"})
    void remediate(String command) {
        SimpleProject project = new SimpleProject("remediate").resources("res=true");
        Told right = project.operate(command, "{\"fixup\":{\"value\":true}}");
        violates(right);
        assertThat(right.remediations()).isEmpty();
        Told disabled = project.operate(command, "{\"fixup\":{\"value\":false,\"enforcementLevel\":\"disabled\"}}");
        violates(disabled);
        assertThat(disabled.remediations()).isEmpty();
        Told mended = project.operate(command, "{\"fixup\":{\"value\":false}}");
        violates(mended);
        assertThat(mended.remediations()).containsExactly("fixup on res: {\"value\":true} -> {\"value\":false}");
        assertThat(project.existing()).isEqualTo(command.equals("up") ? List.of("res=false") : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "up"})
    void resourceMetadata(String command) {
        Told told = new SimpleProject("resource-metadata").resources("metadata").operate(command, "");
        violates(told, List.of(
                        "additional-secret-outputs on secretOutput", "custom-timeouts on customTimeouts",
                        "delete-before-replace on deleteBeforeReplace", "dependencies on dependsOn",
                        "ignore-changes on ignoreChanges", "name-type-urn-props on identity", "parent on child",
                        "property-dependencies on propertyDependency", "protect on protected", "provider on explicitProvider")
                .stream()
                .map(s -> "advisory " + s + ": Verifies " + s.substring(0, s.indexOf(' ')) + "\nmetadata matched")
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "up"})
    void analyzeStack(String command) {
        SimpleProject project = new SimpleProject("analyze-stack");
        violates(project.resources("res1=true").operate(command, ""));
        violates(project.resources("res1=true res2=true").operate(command, ""),
                "mandatory stack-size on conformance-test: Stack must contain at most one simple:index:Resource\n"
                        + "Found an extra simple:index:Resource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "up"})
    void stackConfig(String command) {
        SimpleProject project = new SimpleProject("stack-config");
        violates(project.stackConfig("value", "false").resources("res=true").operate(command, ""),
                "mandatory validate-false on res: Verifies property is false\nProperty was true");
        violates(project.stackConfig("value", "true").resources("res=false").operate(command, ""),
                "mandatory validate-true on res: Verifies property is true\nProperty was false");
        assertThat(project.existing()).isEmpty();
    }
}
