package dev.tandem.e2e.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.conformance.SimpleProject;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.product.PublishedSdk;
import dev.tandem.e2e.product.ThirdParty;
import dev.tandem.e2e.recipes.Recipe.Step;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.NeedsTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shell steps of each recipe, run as they are in a project with a pack made of the template. */
@NeedsTools
class RecipeStepsTest {

    /** The names of the guide's stack, and what a backend of files can have in its place. */
    private static final String STACK = "acme/shop/dev";

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void theStepsBuildThePackAndAskItAboutThePlan(Recipe recipe) throws IOException {
        // The project that the recipes are about: infra beside policies.
        Path pack = Path.of("..", "policies", "target", "pack");
        SimpleProject infra = SimpleProject.below("infra", pack).resources("res=true");
        Path root = infra.root().getParent();
        infra.pulumi("policy", "new", SharedClone.get().root().resolve("policy-sdk/template").toString(),
                        "--dir", root.resolve("policies").toString(), "--generate-only")
                .succeeded();
        ThirdParty.useRepository(root.resolve("policies/pom.xml"));
        // A server's own directories and where Maven finds what it needs on this machine.
        infra.environment("CI_PROJECT_DIR", root.toString()).environment("MAVEN_OPTS", PublishedSdk.get().mavenOptions());

        List<Step> steps = recipe.steps();
        assertThat(steps).hasSize(2);
        StringBuilder said = new StringBuilder();
        for (Step step : steps) {
            assertThat(step.script()).containsAnyOf("mvn", STACK);
            Run.Finished finished = infra.run(root.resolve(step.directory()),
                    List.of("bash", "-e", "-o", "pipefail", "-c", step.script().replace(STACK, "organization/conformance/test")));
            said.append(finished.succeeded().text());
        }
        assertThat(said).contains("example-policies@v1.0.0");
        assertThat(root.resolve("policies/target/surefire-reports")).isDirectoryContaining("glob:**/TEST-*.xml");
        assertThat(Files.exists(root.resolve("policies/target/pack/mvn-pack"))).isTrue();
        PublishedSdk.get().keepDownloads();
    }
}
