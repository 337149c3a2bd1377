package dev.tandem.infra.config.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatternsTest {

    /** The boundary lets roles named tandem-pipeline-… release: a task of an environment of that name would be one of them. */
    @Test
    void noEnvironmentIsNamedLikeTheRolesOfPipelines() {
        assertThat("pipeline").doesNotMatch(Patterns.ENVIRONMENT);
        assertThat("pipelines").matches(Patterns.ENVIRONMENT);
        assertThat("prod").matches(Patterns.ENVIRONMENT);
    }
}
