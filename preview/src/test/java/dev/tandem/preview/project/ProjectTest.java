package dev.tandem.preview.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.model.Unknowns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

    @TempDir
    Path root;

    @BeforeEach
    void aProject() throws IOException {
        write("Pulumi.yaml", "name: shop\nruntime: {name: java, options: {use-executor: ./run-mvn}}\n");
    }

    @Test
    void readsConfigurationAsTheCommandLineHandsItOn() throws IOException {
        write("Pulumi.yaml", """
                name: shop
                runtime: java
                config:
                  size: 3
                  colour: {type: string, default: red}
                  aws:region: {value: eu-west-1}
                  other:config:old: x
                """);
        write("Pulumi.dev.yaml", """
                config:
                  aws:region: eu-central-1
                  shop:on: true
                  ratio: 1.5
                  account: "012345678901"
                  shop:network:
                    cidr: 10.0.0.0/16
                    zones: [b, a]
                    count: 2
                """);

        Stack stack = Project.load(root).stack("dev");

        assertThat(stack.texts())
                .containsEntry("aws:region", "eu-central-1")
                .containsEntry("shop:on", "true")
                .containsEntry("shop:ratio", "1.5")
                .containsEntry("shop:account", "012345678901")
                .containsEntry("shop:network", "{\"cidr\":\"10.0.0.0/16\",\"count\":2,\"zones\":[\"b\",\"a\"]}")
                .containsEntry("shop:size", "3")
                .containsEntry("shop:colour", "red")
                .containsEntry("other:old", "x");
        assertThat(stack.secretKeys()).isEmpty();
    }

    @Test
    void encryptedValuesAreUnknownSecretsWithoutPassphrase() throws IOException {
        write("Pulumi.dev.yaml", """
                encryptionsalt: v1:abc
                config:
                  shop:password: {secure: v1:aabbcc}
                  shop:database: {user: admin, password: {secure: v1:ddeeff}}
                """);

        Stack stack = Project.load(root).stack("dev");

        assertThat(stack.texts()).containsEntry("shop:password", Unknowns.STRING)
                .containsEntry("shop:database", "{\"password\":\"" + Unknowns.STRING + "\",\"user\":\"admin\"}");
        assertThat(stack.secretKeys()).containsExactly("shop:database", "shop:password");
        assertThat(stack.plain("shop:password")).isEmpty();
        assertThat(stack.config().toString()).doesNotContain("aabbcc").contains("[secret]");
    }

    @Test
    void namesTheNearestStack() throws IOException {
        write("Pulumi.eu-central-1.yaml", "");
        write("Pulumi.eu-west-1.yaml", "");

        Project project = Project.load(root);

        assertThat(project.stacks()).containsExactly("eu-central-1", "eu-west-1");
        assertThatThrownBy(() -> project.stack("eu-wst-1"))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage("unknown stack 'eu-wst-1': expected one of [eu-central-1, eu-west-1]."
                        + " Did you mean 'eu-west-1'?");
    }

    @Test
    void malformedYamlNamesFileLineAndWhatIsExpected() throws IOException {
        write("Pulumi.dev.yaml", "config:\n  aws:region: eu-central-1\n   shop:x: [1\n");

        assertThatThrownBy(() -> Project.load(root).stack("dev"))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageStartingWith("Pulumi.dev.yaml:3: is no YAML: found ")
                .hasMessageContaining("expected lines such as 'key: value'");
    }

    @Test
    void aRepeatedKeyIsRefused() throws IOException {
        write("Pulumi.dev.yaml", "config:\n  shop:x: 1\n  shop:x: 2\n");

        assertThatThrownBy(() -> Project.load(root).stack("dev"))
                .hasMessage("Pulumi.dev.yaml:3: key 'shop:x' is there twice, expected once");
    }

    @Test
    void wrongShapesNameKeyFoundExpectedAndExample() throws IOException {
        write("Pulumi.dev.yaml", "config: [a, b]\n");
        assertThatThrownBy(() -> Project.load(root).stack("dev"))
                .hasMessage("Pulumi.dev.yaml:1: key 'config': found a list, expected a mapping,"
                        + " for instance 'aws:region: eu-central-1'");

        write("Pulumi.dev.yaml", "just text\n");
        assertThatThrownBy(() -> Project.load(root).stack("dev"))
                .hasMessageContaining("Pulumi.dev.yaml:1: found 'just text', expected a mapping");
    }

    @Test
    void aDeclaredKeyWithoutDefaultMustBeSet() throws IOException {
        write("Pulumi.yaml", "name: shop\nruntime: java\nconfig:\n  owner: {type: string}\n");
        write("Pulumi.dev.yaml", "");

        assertThatThrownBy(() -> Project.load(root).stack("dev"))
                .hasMessage("Pulumi.yaml:4: key 'shop:owner' has no default, and Pulumi.dev.yaml does not set it:"
                        + " expected 'shop:owner: …' under 'config:' there");
    }

    @Test
    void otherRuntimesAndMissingProjectsAreRefused() throws IOException {
        write("Pulumi.yaml", "name: shop\nruntime: python\n");
        assertThatThrownBy(() -> Project.load(root))
                .hasMessageContaining("Pulumi.yaml:2: key 'runtime': found 'python', expected 'java' or 'nodejs'");

        write("Pulumi.yaml", "runtime: java\n");
        assertThatThrownBy(() -> Project.load(root))
                .hasMessage("Pulumi.yaml: key 'name': found nothing, expected the project's name,"
                        + " for instance 'name: tandem'");

        Files.delete(root.resolve("Pulumi.yaml"));
        assertThatThrownBy(() -> Project.load(root)).hasMessageStartingWith("Pulumi.yaml: not found");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(root.resolve("Pulumi.dev.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> Project.load(root).stack("dev"))
                .hasMessage("Pulumi.dev.yaml: found bytes that are not UTF-8, expected a UTF-8 text file");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }
}
