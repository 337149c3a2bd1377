package dev.tandem.e2e.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.e2e.recipes.Recipe.Step;
import groovy.lang.MissingMethodException;
import org.codehaus.groovy.control.CompilationFailedException;
import org.junit.jupiter.api.Test;

class JenkinsfileTest {

    @Test
    void theRecipeIsADeclarativePipelineThatBuildsThePackAndAsksIt() {
        Jenkinsfile file = Jenkinsfile.run(Recipe.JENKINS.text());
        assertThat(file.stages()).containsExactly("Pack", "Plan");
        assertThat(file.steps()).extracting(Step::directory).containsExactly("", "infra");
    }

    @Test
    void whatIsNoSuchPipelineIsRefused() {
        String recipe = Recipe.JENKINS.text();
        assertThatThrownBy(() -> Jenkinsfile.run(recipe.replace("steps {", "step {"))).isInstanceOf(MissingMethodException.class)
                .hasMessageContaining("step within stage");
        assertThatThrownBy(() -> Jenkinsfile.run(recipe.replace("timeout(", "timeOut("))).isInstanceOf(MissingMethodException.class)
                .hasMessageContaining("timeOut within options");
        assertThatThrownBy(() -> Jenkinsfile.run(recipe.replaceFirst("}\\s*$", ""))).isInstanceOf(CompilationFailedException.class);
        assertThatThrownBy(() -> Jenkinsfile.run("pipeline { agent { label 'linux' } }"))
                .hasMessage("a declarative Jenkinsfile is a pipeline with stages, found none");
    }
}
