package dev.tandem.components.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.components.testing.FoundationFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionPlanTest {

    private static FunctionPlan plan(String name, int seconds) {
        FunctionRoles roles = new FunctionRoles(
                "tandem", "prod", "eu-west-1", FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY);
        return new FunctionPlan(name, "test", List.of("probe", "edge"), Map.of(), roles.of("f", "test", "dead"), seconds, 128);
    }

    @Test
    void readsTheSourcesItNames() {
        assertThat(plan("f", 5).handler()).isEqualTo("probe.handler");
        for (String module : List.of("probe", "edge", "observe", "fence", "weights", "endpoints")) {
            assertThat(FunctionPlan.source(module)).startsWith("\"\"\"").endsWith("\n");
        }
        assertThatThrownBy(() -> FunctionPlan.source("nothing"))
                .hasMessage("there is no module nothing among the functions' sources");
    }

    @Test
    void refusesWhatLambdaDoesNotTake() {
        assertThatThrownBy(() -> plan("f".repeat(65), 5)).hasMessageEndingWith("has 65 characters, Lambda takes 64");
        assertThatThrownBy(() -> plan("f", 901)).hasMessage("function f has a time-out of 901 s, Lambda takes 1 to 900 s");
    }
}
