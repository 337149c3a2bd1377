package dev.tandem.cost.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.cost.Costs;
import dev.tandem.cost.Estimator;
import dev.tandem.cost.Planned;
import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.report.Ceiling;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.cost.whatif.WhatIf;
import dev.tandem.requirements.Covers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Covers("R1.5")
class StatementTest {

    @Test
    void showsLinesWithQuantityAndUnitPriceByComponentAndRegion() {
        String text = StatementText.write(statement("100"));

        assertThat(text).startsWith("prod  EUR a month\n")
                .containsPattern("  auth \\(MeshService\\) +\\d+\\.\\d\\d\n    auth-stable: 2 task\\(s\\) on Spot, vCPU +730 "
                        + "vCPU-hour x USD 0.0114 +7.44\n")
                .containsPattern("  typical; the ceiling is 100.00 +\\d+\\.\\d\\d\n")
                .containsPattern("  worst case: no Spot capacity left, all at the on-demand price +\\d+\\.\\d\\d\n")
                .containsPattern("  charged in eu-central-1 +\\d+\\.\\d\\d\n")
                .containsPattern("  charged in eu-west-1 +0.36\n")
                .contains("  not priced: aws:memorydb/cluster:Cluster (1): nothing here prices this type, and it is not known to be "
                        + "free\n")
                .containsPattern("  \\d+ price\\(s\\) in use are unverified, or were last seen more than 180 days ago:\n")
                .contains("  rate: 1.1186 USD per EUR of 2026-10-08 (test); usage: defaults\n")
                .doesNotContain("What if").doesNotContain("over");
    }

    @Test
    void saysWhenTheCeilingIsPassedAndWhatWouldHelp() {
        assertThat(statement("10").over()).isTrue();
        assertThat(StatementText.write(statement("10"))).containsPattern("  EUR \\d+\\.\\d\\d a month, ceiling EUR 10.00, EUR "
                + "\\d+\\.\\d\\d over").contains("  Dearest:");
    }

    @Test
    void saysWhenAChangePassesTheCeilingOrStaysUnderIt() {
        Statement over = statement("100", "auth.desiredCount=40");
        assertThat(over.over()).isTrue();
        assertThat(StatementText.write(over)).contains("  What if auth.desiredCount=40\n    auth-stable: 2 -> 40 task(s) at rest,"
                        + " all week\n").containsPattern("EUR \\d+\\.\\d\\d -> \\d+\\.\\d\\d a month; worst case ")
                .contains("  This passes the ceiling:\n  EUR ").contains(", ceiling EUR 100.00, EUR ");

        Statement under = statement("100", "auth.desiredCount=3");
        assertThat(under.over()).isFalse();
        assertThat(StatementText.write(under))
                .containsPattern("  This stays under the ceiling of EUR 100.00, EUR \\d+\\.\\d\\d left\n");
    }

    @Test
    void jsonHasSourceDateAndConfidenceOfEveryPriceAndAddsUp() {
        JsonNode cost = StatementJson.cost(statement("100").planned(), Ceiling.DEFAULT);

        assertThat(cost.at("/lines")).isNotEmpty().allSatisfy(l -> {
            assertThat(l.path("source").asText()).isNotBlank();
            assertThat(l.path("asOf").asText()).matches("\\d{4}(-\\d\\d){0,2}");
            assertThat(l.path("confidence").asText()).isIn("page", "derived", "unverified");
        });
        assertThat(sum(cost, "lines").subtract(cost.at("/monthlyEur").decimalValue()).abs())
                .isLessThan(new BigDecimal("0.01"));
        assertThat(sum(cost, "byComponent").subtract(sum(cost, "byRegion")).abs()).isLessThan(new BigDecimal("0.03"));
        assertThat(cost.at("/notPriced/0/type").asText()).isEqualTo("aws:memorydb/cluster:Cluster");
        assertThat(cost.at("/free/0/type").asText()).isEqualTo("aws:iam/role:Role");
        assertThat(cost.at("/doubtful")).isNotEmpty();
        assertThat(StatementJson.whatIf(statement("100"))).isNull();
    }

    @Test
    void jsonOfAChangeHasItsBillAndTheDifferences() {
        JsonNode whatIf = StatementJson.whatIf(statement("100", "auth.desiredCount=40"));

        assertThat(whatIf.at("/changes/0").asText()).isEqualTo("auth.desiredCount=40");
        assertThat(whatIf.at("/overCeilingEur").decimalValue()).isPositive();
        assertThat(whatIf.at("/differences/0/description").asText()).isEqualTo("auth-stable: 40 task(s) on Spot, vCPU");
        assertThat(whatIf.at("/cost/monthlyEur").decimalValue()).isGreaterThan(BigDecimal.valueOf(100));
    }

    private static BigDecimal sum(JsonNode cost, String list) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode node : cost.path(list)) {
            sum = sum.add(node.path("monthlyEur").decimalValue());
        }
        return sum;
    }

    private static Statement statement(String ceiling, String... changes) {
        Planned plan = Planned.in("eu-central-1").add("aws:iam/role:Role", "r", Map.of())
                .add("aws:memorydb/cluster:Cluster", "m", Map.of())
                .add("aws:secretsmanager/secret:Secret", "s", Map.of("replicas", List.of(Map.of("region", "eu-west-1"))))
                .component("tandem:service:MeshService", "auth")
                .service("auth", TaskShape.SMALL, 2, List.of(Planned.share("FARGATE_SPOT", 0, 1)));
        CostReport planned = Costs.of(plan);
        WhatIf whatIf = WhatIf.of(List.of(changes));
        WhatIf.Changed changed = whatIf.apply(plan.resources(), Costs.CENTRAL, UsageAssumptions.defaults(), Costs.RATE,
                Costs.TODAY);
        return new Statement("prod", "eu-central-1", new Ceiling(new BigDecimal(ceiling)), planned, whatIf.texts(),
                changed.notes(), whatIf.isEmpty() ? Optional.empty() : Optional.of(Estimator.estimate(changed.resources(),
                        Costs.CENTRAL, changed.usage(), changed.rate(), PriceBook.bundled(), Costs.TODAY)));
    }
}
