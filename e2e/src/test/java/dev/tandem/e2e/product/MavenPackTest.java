package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.conformance.SimpleProject;
import dev.tandem.e2e.conformance.Told;
import dev.tandem.e2e.tools.NeedsTools;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A pack with a pom of its own, outside of this repository, {@code runtime: java} and nothing else: the host runs Maven. */
@NeedsTools
class MavenPackTest {

    @Test
    void aPackOfSomebodyElseRunsUnderTheStockCli() {
        Path pack = ThirdParty.pack("build.gradle", "settings.gradle", "before-4.9.gradle");
        ThirdParty.useRepository(pack.resolve("pom.xml"));
        Told told = new SimpleProject(pack)
                .environment("MAVEN_OPTS", PublishedSdk.get().mavenOptions())
                .resources("res1=true res2=false")
                .operate("preview", "");
        assertThat(told.violations()).as(told.text()).containsExactly(
                "mandatory no-truth on res1: Nothing is true\nsays a pack of somebody else\n  at: value");
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text()).contains("acme@v7.0.0").doesNotContain("SLF4J");
        PublishedSdk.get().keepDownloads();
    }
}
