package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code build/deploy-sdk} publishes. */
@NeedsTools
class PublishedArtifactsTest {

    private static final String VERSION = PublishedSdk.VERSION;

    private static Path artifact(String id, String ending) {
        return PublishedSdk.get().repository().resolve("dev/tandem/" + id + "/" + VERSION + "/" + id + "-" + VERSION + ending);
    }

    @Test
    void billOfMaterialsTemplateAndGuideNameTheSameVersion() throws IOException {
        Path root = ScratchClone.repository();
        assertThat(PublishedSdk.version(root.resolve("policy-bom/pom.xml"))).isEqualTo(VERSION);
        assertThat(Files.readString(root.resolve("policy-sdk/template/pom.xml")))
                .contains("<policy-sdk.version>" + VERSION + "</policy-sdk.version>");
        assertThat(Files.readString(root.resolve("docs/policy-sdk/publishing.md")))
                .contains("<version>" + VERSION + "</version>", "dev.tandem:policy-sdk:" + VERSION + "'");
    }

    @Test
    void nothingButTheSdkItsHarnessAndTheirPoms() throws IOException {
        try (Stream<Path> made = Files.list(PublishedSdk.get().repository().resolve("dev/tandem"))) {
            assertThat(made.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("tandem", "policy-bom", "policy-sdk", "policy-testing");
        }
        assertThat(Files.readString(artifact("policy-bom", ".pom"))).doesNotContain("<parent>");
    }

    @ParameterizedTest
    @CsvSource({"policy-sdk, dev.tandem.policy", "policy-testing, dev.tandem.policy.testing"})
    void aJarHasAModuleNameSourcesAndJavadoc(String id, String module) throws IOException {
        try (JarFile jar = new JarFile(artifact(id, ".jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name")).isEqualTo(module);
        }
        String type = id.equals("policy-sdk") ? "dev/tandem/policy/rule/Rule" : "dev/tandem/policy/testing/RuleTester";
        try (JarFile sources = new JarFile(artifact(id, "-sources.jar").toFile());
                JarFile javadoc = new JarFile(artifact(id, "-javadoc.jar").toFile())) {
            assertThat(sources.getEntry(type + ".java")).isNotNull();
            assertThat(javadoc.stream().map(JarEntry::getName))
                    .anyMatch(name -> name.endsWith("/" + type + ".html"))
                    .noneMatch(name -> name.contains("/wire/"));
        }
    }
}
