package dev.tandem.policy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The recipes for build servers are files that these can read. */
class RecipesTest {

    @Test
    void recipesAreYamlWithThePackBuiltBeforeItIsUsed() throws Exception {
        List<JsonNode> recipes = new ArrayList<>();
        for (var block : Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "policy-sdk", "ci.md"))).results().toList()) {
            recipes.add(new YAMLMapper().readTree(block.group(1)));
        }
        assertThat(recipes).hasSize(2);
        List<String> github = recipes.get(0).at("/jobs/policies/steps").findValuesAsText("run");
        assertThat(github).hasSize(2);
        assertThat(github.get(0)).contains("mvn").contains("verify");
        assertThat(github.get(1)).contains("pulumi preview").contains("--policy-pack ../policies/target/pack");
        JsonNode gitlab = recipes.get(1);
        assertThat(gitlab.at("/stages/0").asText()).isEqualTo(gitlab.at("/policy-pack/stage").asText());
        assertThat(gitlab.at("/policy-pack/artifacts/paths/0").asText()).isEqualTo("pack.tar");
        assertThat(gitlab.at("/plan/script/0").asText()).isEqualTo("tar -xf pack.tar");
    }
}
