package dev.tandem.preview.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.model.Value;
import dev.tandem.preview.engine.Registration;
import dev.tandem.preview.project.InvalidProjectException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file is said with file, line and the option that fits; what is right is read. */
class InputFileTest {

    private static final String LINE = "{\"type\": \"cloud:store/bucket:Bucket\", \"name\": \"logs\", \"properties\": {\"size\": 3}}\n";

    @TempDir
    Path folder;

    @Test
    void aMissingOrEmptyFileIsNamed() {
        refused(InputForm.STACK_EXPORT, null, "f: not found, expected a file with what 'pulumi stack export' writes");
        refused(InputForm.RESOURCES, " \n", "f: is empty, expected a JSON object a line, each a resource");
        assertThatThrownBy(() -> new InputFile(options(InputForm.PREVIEW_JSON, folder)).read())
                .hasMessage("f: is a folder, expected a file with what 'pulumi preview --json' writes");
    }

    @Test
    void whatIsNoJsonIsNamedByLine() throws IOException {
        refused(InputForm.STACK_EXPORT, "{\n  \"version\": 3,\n  password hunter2222\n}",
                "f:3: is no JSON, expected what 'pulumi stack export' writes");
        refused(InputForm.RESOURCES, LINE + "\n{\"type\": \n", "f:3: is no JSON, expected a JSON object a line, each a resource");
        Files.write(folder.resolve("f"), "{\"a\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new InputFile(options(InputForm.STACK_EXPORT, folder.resolve("f"))).read())
                .hasMessage("f: found bytes that are not UTF-8, expected what 'pulumi stack export' writes");
    }

    @Test
    void aFileOfAnotherFormIsGivenWithAnotherOption() {
        refused(InputForm.PREVIEW_JSON, "{\"version\": 3, \"deployment\": {}}", "f: found what 'pulumi stack export' writes,"
                + " expected what 'pulumi preview --json' writes: give it with --stack-export");
        refused(InputForm.STACK_EXPORT, "{\"steps\": []}", "f: found what 'pulumi preview --json' writes,"
                + " expected what 'pulumi stack export' writes: give it with --preview-json");
        refused(InputForm.STACK_EXPORT, LINE + LINE, "f: found a JSON object a line, each a resource,"
                + " expected what 'pulumi stack export' writes: give it with --resources");
        refused(InputForm.RESOURCES, "{\n\"version\": 3,\n\"deployment\": {}}", "f: found what 'pulumi stack export' writes,"
                + " expected a JSON object a line, each a resource: give it with --stack-export");
        refused(InputForm.PREVIEW_JSON, "{\"terraform_version\": \"1.11\"}",
                "f: found what Terraform writes, expected what 'pulumi preview --json' writes");
        refused(InputForm.PREVIEW_JSON, "{\"sequence\": 1, \"timestamp\": 2, \"preludeEvent\": {}}",
                "f: found a log of engine events, expected what 'pulumi preview --json' writes");
        refused(InputForm.STACK_EXPORT, "[]", "f: found a list, expected what 'pulumi stack export' writes");
    }

    @Test
    void aMistypedKeyAndARepeatedUrnAreNamedByLine() {
        refused(InputForm.RESOURCES, LINE + LINE.replace("properties", "propertis"),
                "f:2: found key 'propertis'. Did you mean 'properties'?");
        refused(InputForm.RESOURCES, LINE + LINE, "f:2: found the URN"
                + " 'urn:pulumi:stack::project::cloud:store/bucket:Bucket::logs' a second time, expected one resource of it");
        refused(InputForm.RESOURCES, "{\"urn\": \"logs\"}", "f:1: found urn 'logs', expected urn:pulumi:stack::project::type::name");
        refused(InputForm.STACK_EXPORT, "{\"version\": 3, \"deployment\": {\"resources\": [{}]}}",
                "f: resource 1: found no urn, expected urn:pulumi:stack::project::type::name");
        refused(InputForm.STACK_EXPORT, "{\"version\": 2, \"deployment\": {}}", "f: found version 2 of the deployment's form,"
                + " expected 3: export it with a current Pulumi command line");
    }

    @Test
    void linesAreCustomResources() {
        Snapshot read = read(InputForm.RESOURCES, LINE + "\n"
                + "{\"urn\": \"urn:pulumi:a::b::x:y:Z::c\", \"custom\": false, \"outputs\": {\"o\": 1}, \"parent\": \"p\"}");

        Registration logs = read.resources().get(0);
        assertThat(logs.urn()).isEqualTo("urn:pulumi:stack::project::cloud:store/bucket:Bucket::logs");
        assertThat(logs.custom()).isTrue();
        assertThat(logs.inputs()).containsEntry("size", new Value.Num(3.0));
        assertThat(read.resources().get(1).custom()).isFalse();
        assertThat(read.resources().get(1).parent()).isEqualTo("p");
        assertThat(read.resources().get(1).shownOutputs()).containsKey("o");
    }

    @Test
    void aStateHoldsWhatIsThereAndItsSecretsStaySecret() {
        Snapshot read = read(InputForm.STACK_EXPORT, """
                {"version": 3, "deployment": {"pending_operations": [{}], "resources": [
                  {"urn": "urn:pulumi:dev::shop::pulumi:providers:aws::ireland", "custom": true, "inputs": {"region": "eu-west-1"}},
                  {"urn": "urn:pulumi:dev::shop::a:b:C::gone", "custom": true, "delete": true},
                  {"urn": "urn:pulumi:dev::shop::a:b:C::read", "custom": true, "external": true},
                  {"urn": "urn:pulumi:dev::shop::a:b:C::vault", "custom": true, "protect": true,
                   "provider": "urn:pulumi:dev::shop::pulumi:providers:aws::ireland::0b1c",
                   "inputs": {"__defaults": [],
                     "hidden": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:abc="},
                     "shown": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "{\\"a\\":\\"hunter2222\\"}"},
                     "odd": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "plaintext": "no json"}},
                   "outputs": {"arn": "arn:1"}, "dependencies": ["d"], "propertyDependencies": {"hidden": ["d"], "shown": null},
                   "sourcePosition": "project:///index.ts#12,3"}]}}
                """);

        assertThat(read.stack()).isEqualTo("dev");
        assertThat(read.project()).isEqualTo("shop");
        assertThat(read.planned()).isFalse();
        assertThat(read.gaps()).containsExactly(
                "1 operations of an interrupted update are pending; what they made is not in the state");
        assertThat(read.resources()).extracting(Registration::name).containsExactly("ireland", "vault");
        Registration vault = read.resources().get(1);
        assertThat(vault.provider()).isEqualTo("urn:pulumi:dev::shop::pulumi:providers:aws::ireland");
        assertThat(vault.options().protect()).contains(true);
        assertThat(vault.inputs()).doesNotContainKey("__defaults")
                .containsEntry("hidden", new Value.Secret(new Value.Unknown()))
                .containsEntry("odd", new Value.Secret(new Value.Text("no json")));
        assertThat(vault.inputs().get("shown")).isInstanceOf(Value.Secret.class);
        assertThat(vault.inputs().toString()).doesNotContain("hunter2222", "v1:abc");
        assertThat(vault.shownOutputs()).containsOnlyKeys("arn");
        assertThat(vault.propertyDependencies()).containsOnlyKeys("hidden");
        assertThat(read.declarations().get(vault.urn()).line()).isEqualTo(12);
    }

    @Test
    void aPlanHoldsWhatWillBeAndSaysWhatItLeavesOut() {
        Snapshot read = read(InputForm.PREVIEW_JSON, """
                {"steps": [
                  {"op": "create-replacement", "newState": {"urn": "urn:pulumi:dev::shop::a:b:C::new", "custom": true, "inputs": {"p": "[secret]"}}},
                  {"op": "replace", "newState": {"urn": "urn:pulumi:dev::shop::a:b:C::new", "custom": true, "inputs": {}}},
                  {"op": "delete-replaced", "oldState": {"urn": "urn:pulumi:dev::shop::a:b:C::new"}},
                  {"op": "delete", "oldState": {"urn": "urn:pulumi:dev::shop::a:b:C::old"}},
                  {"op": "read", "newState": {"urn": "urn:pulumi:dev::shop::a:b:C::read", "external": true}},
                  {"op": "same", "newState": {"urn": "urn:pulumi:dev::shop::a:b:C::kept", "custom": true}}],
                 "diagnostics": [{"severity": "info", "message": "hello"}, {"severity": "error", "message": "no zone\\nat x"}],
                 "changeSummary": {"same": 4}}
                """);

        assertThat(read.planned()).isTrue();
        assertThat(read.resources()).extracting(Registration::name).containsExactly("new", "kept");
        assertThat(read.resources().get(0).inputs()).containsEntry("p", new Value.Secret(new Value.Unknown()));
        assertThat(read.gaps()).containsExactly(
                "3 unchanged resources are not in the file; repeat the preview with --show-sames",
                "the preview failed: no zone");
    }

    private Snapshot read(InputForm form, String text) {
        try {
            return new InputFile(options(form, Files.writeString(folder.resolve("f"), text))).read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void refused(InputForm form, String text, String message) {
        List<String> said = List.of(message);
        assertThatThrownBy(() -> {
            if (text == null) {
                new InputFile(options(form, folder.resolve("none"))).read();
            } else {
                read(form, text);
            }
        }).isInstanceOf(InvalidProjectException.class).hasMessage(said.get(0));
    }

    private CheckOptions options(InputForm form, Path file) {
        return new CheckOptions(folder, form, file, "f", Optional.empty(), "rules", Optional.empty(), false, false,
                Duration.ofSeconds(60));
    }
}
