package dev.tandem.e2e.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What checks such files elsewhere finds nothing in the recipes, and finds mistakes in them. */
@NeedsTools(Tools.RECIPES)
class RecipeFormsTest {

    @TempDir
    Path directory;

    private Run.Finished github(String text) throws IOException {
        Path workflows = Files.createDirectories(directory.resolve(".github/workflows"));
        return Run.in(directory, Tools.cache().resolve("actionlint/actionlint").toString(), "-no-color",
                Files.writeString(workflows.resolve("policies.yml"), text).toString());
    }

    private Run.Finished gitlab(String text) throws IOException {
        return Run.in(directory, Tools.RECIPES.path().resolve("bin/check-jsonschema").toString(), "--builtin-schema", "vendor.gitlab-ci",
                Files.writeString(directory.resolve(".gitlab-ci.yml"), text).toString());
    }

    @Test
    void gitHubWouldTakeIt() throws IOException {
        Run.Finished checked = github(Recipe.GITHUB.text());
        assertThat(checked.text()).isEmpty();
        assertThat(checked.exit()).isZero();
        assertThat(github(Recipe.GITHUB.text().replace("secrets.PULUMI", "secret.PULUMI")).text())
                .contains("undefined variable \"secret\"");
    }

    @Test
    void gitLabWouldTakeIt() throws IOException {
        gitlab(Recipe.GITLAB.text()).succeeded();
        assertThat(gitlab(Recipe.GITLAB.text().replace("    paths: [pack.tar]", "    path: [pack.tar]")).text())
                .contains("Additional properties are not allowed ('path' was unexpected)");
    }
}
