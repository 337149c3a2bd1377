package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.conformance.SimpleProject;
import dev.tandem.e2e.conformance.Told;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.NeedsTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code pulumi policy new} makes of the template builds, passes its own test and serves, with Maven and without. */
@NeedsTools
class TemplateTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void aNewPackFromTheTemplate() throws IOException {
        Path pack = ThirdParty.directory();
        Path template = SharedClone.get().root().resolve("policy-sdk/template");
        new SimpleProject(pack)
                .pulumi("policy", "new", template.toString(), "--dir", pack.toString(), "--generate-only")
                .succeeded();
        ThirdParty.useRepository(pack.resolve("pom.xml"));
        Run.in(pack, Map.of("MAVEN_OPTS", PublishedSdk.get().mavenOptions()), LIMIT,
                        List.of("mvn", "-q", "-B", "--no-transfer-progress", "package"))
                .succeeded();
        assertThat(Files.readString(pack.resolve("target/surefire-reports/com.example.policies.PrivateBucketsTest.txt")))
                .contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        Told told = new SimpleProject(pack.resolve("target/pack"))
                .environment("PATH", NoMaven.path())
                .resources("res=true")
                .operate("preview", "");
        assertThat(told.exit()).as(told.text()).isZero();
        assertThat(told.text()).contains("example-policies@v1.0.0").doesNotContain("SLF4J");
        PublishedSdk.get().keepDownloads();
    }
}
