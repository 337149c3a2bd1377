package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.conformance.SimpleProject;
import dev.tandem.e2e.conformance.Told;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same pack with Gradle. */
@NeedsTools({Tools.STOCK_CLI, Tools.GRADLE})
class GradlePackTest {

    @Test
    void aPackBuiltByGradleRunsUnderTheStockCli() throws IOException {
        Path pack = ThirdParty.pack("pom.xml");
        ThirdParty.replace(pack.resolve("build.gradle"), "REPOSITORY", PublishedSdk.get().url());
        Told told = new SimpleProject(pack)
                .environment("GRADLE_USER_HOME", gradleHome(pack).toString())
                .resources("res1=true")
                .operate("preview", "");
        assertThat(told.violations()).as(told.text()).containsExactly(
                "mandatory no-truth on res1: Nothing is true\nsays a pack of somebody else\n  at: value");
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text()).doesNotContain("SLF4J");
    }

    /** Kept between runs for what it fetches. No daemon, which would outlive the test. */
    private static Path gradleHome(Path pack) throws IOException {
        Path home = Files.createDirectories(Tools.cache().resolve("gradle-home"));
        Files.writeString(home.resolve("gradle.properties"), "org.gradle.daemon=false\n");
        Path old = Files.createDirectories(home.resolve("init.d")).resolve("before-4.9.gradle");
        String said = Run.in(pack, Tools.GRADLE.path().resolve("gradle").toString(), "--version").succeeded().out();
        MatchResult version = Pattern.compile("Gradle (\\d+)\\.(\\d+)").matcher(said).results().findFirst().orElseThrow();
        if (Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) < 409) {
            Files.copy(pack.resolve("before-4.9.gradle"), old, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(old);
        }
        return home;
    }
}
