package dev.tandem.cost.pricer;

import static dev.tandem.cost.Costs.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.report.CostReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GovernancePricersTest {

    @Test
    void takesTheFirstTrailAsFreeAndChargesTheSecond() {
        CostReport report = Costs.of(Planned.in("eu-west-1").add("aws:cloudtrail/trail:Trail", "one", Map.of())
                .add("aws:cloudtrail/trail:Trail", "two", Map.of()));

        assertThat(line(report, "trail one").monthlyUsd()).isEqualByComparingTo("0");
        assertThat(line(report, "trail two").monthlyUsd()).isEqualByComparingTo("2");
    }

    @Test
    void chargesDataEventsAndInsightsOfATrail() {
        CostReport report = Costs.of(Planned.in("eu-west-1").add("aws:cloudtrail/trail:Trail", "t", Map.of(
                "eventSelectors", List.of(Map.of("dataResources", List.of(Map.of()))),
                "insightSelectors", List.of(Map.of("insightType", "ApiErrorRateInsight")))));

        // 100,000 events at 0.10 and at 0.35 USD.
        assertThat(line(report, "data events of trail t").monthlyUsd()).isEqualByComparingTo("0.1");
        assertThat(line(report, "insights of trail t").monthlyUsd()).isEqualByComparingTo("0.35");
    }

    @Test
    void chargesBudgetsOnlyForTheirActions() {
        CostReport report = Costs.of(Planned.in("eu-west-1").add("aws:budgets/budget:Budget", "b", Map.of())
                .add("aws:budgets/budgetAction:BudgetAction", "a", Map.of()));

        assertThat(line(report, "budget b").monthlyUsd()).isEqualByComparingTo("0");
        // 730 / 24 days x 0.10 USD.
        assertThat(Costs.round(line(report, "budget action a").monthlyUsd(), 4)).isEqualByComparingTo("3.0417");
    }

    @Test
    void chargesWebAclsByRulesAndRequests() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .service("auth", Planned.TaskShape.SMALL, 0, List.of(Planned.share("FARGATE", 0, 1)))
                .add("aws:wafv2/webAcl:WebAcl", "edge", Map.of("rules", List.of(Map.of(), Map.of()))));

        // 5 + 2 x 1 + 500,000 x 0.60 a million = 7.30 USD.
        assertThat(Costs.usd(report, l -> l.type().contains("wafv2"))).isEqualByComparingTo("7.3");
    }

    @Test
    void chargesAuthoritiesDetectorsAndRecorders() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:acm/certificate:Certificate", "c", Map.of())
                .add("aws:acmpca/certificateAuthority:CertificateAuthority", "ca",
                        Map.of("usageMode", "SHORT_LIVED_CERTIFICATE"))
                .add("aws:guardduty/detector:Detector", "g", Map.of())
                .add("aws:cfg/recorder:Recorder", "r", Map.of()).add("aws:cfg/rule:Rule", "r", Map.of())
                .add("aws:apigatewayv2/api:Api", "api", Map.of("protocolType", "HTTP"))
                .add("aws:fis/experimentTemplate:ExperimentTemplate", "x", Map.of()));

        // 50; 0.46 + 1.15; 500 x 0.003; 500 x 0.001; 0.5 M x 1.20; 10 x 0.10 USD.
        assertThat(report.totals().typical().usd()).isEqualByComparingTo("55.21");
    }
}
