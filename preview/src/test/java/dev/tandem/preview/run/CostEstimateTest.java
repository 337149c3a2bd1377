package dev.tandem.preview.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.preview.project.ConfigValue;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.project.Project;
import dev.tandem.preview.project.Stack;
import dev.tandem.preview.report.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostEstimateTest {

    @TempDir
    private Path root;

    @Test
    void the_ceiling_is_the_one_that_the_pack_judges_by() throws IOException {
        assertThat(bill(Map.of()).ceilingEur()).isEqualByComparingTo("100");
        assertThat(bill(Map.of("shop:costCeilingEur", "120")).ceilingEur()).isEqualByComparingTo("120");
        assertThat(bill(Map.of("shop:costCeilingEur", "120", "eu-compliance:costCeilingEur", "80")).ceilingEur())
                .isEqualByComparingTo("80");
    }

    @Test
    void the_rate_is_the_one_that_the_pack_judges_by() throws IOException {
        String rate = "{\"usdPerEur\": 1.05, \"date\": \"2026-10-08\"}";
        assertThat(bill(Map.of("eu-compliance:exchangeRate", rate, "shop:exchangeRate", "much")).exchangeRate().usdPerEur())
                .isEqualByComparingTo("1.05");
    }

    @Test
    void a_ceiling_that_is_none_is_refused_with_what_was_found() {
        for (String text : List.of("0", "-5", "much", "1e99999999", "1e-99999999")) {
            assertThatThrownBy(() -> bill(Map.of("shop:costCeilingEur", text))).isInstanceOf(InvalidProjectException.class)
                    .hasMessage("Pulumi.dev.yaml: key 'costCeilingEur': found '" + text
                            + "', expected EUR a month above 0, for instance '100'");
        }
    }

    private Cost bill(Map<String, String> config) throws IOException {
        Files.writeString(root.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        Map<String, ConfigValue> values = new HashMap<>();
        config.forEach((key, text) -> values.put(key, new ConfigValue(text, false)));
        return new CostEstimate(Project.load(root), new Stack("dev", values), LocalDate.of(2026, 11, 27),
                (by, resources, fallback, report) -> { }).of(List.of(), "eu-central-1");
    }
}
