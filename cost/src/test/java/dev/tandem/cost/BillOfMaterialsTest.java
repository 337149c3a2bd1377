package dev.tandem.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.book.Region;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.cost.usage.UsageReader;
import dev.tandem.requirements.Covers;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The hand calculation of docs/cost.md, line by line and to the cent. */
@Covers("R1.5")
class BillOfMaterialsTest {

    private static final String CENTRAL = "eu-central-1";
    private static final String WEST = "eu-west-1";

    @Test
    void primaryComesToTheHandCalculation() {
        CostReport report = report(CENTRAL, UsageAssumptions.defaults());

        assertThat(byRow(report)).containsExactlyInAnyOrderEntriesOf(rows("27.30", "35.09", "16.58", "13.11", "0.18",
                "3.11", "5.50", "1.25", "1.13", "1.88", "0.77", "0.00"));
        assertThat(Costs.round(report.totals().typical().usd(), 2)).isEqualByComparingTo("105.91");
        assertThat(report.totals().typical().eurCents()).isEqualByComparingTo("94.68");
        assertThat(report.notPriced()).isEmpty();
    }

    @Test
    void secondaryComesToTheHandCalculation() {
        CostReport report = report(WEST, UsageReader.read("metrics: {regional: 2}", "usage/eu-west-1.yaml"));

        assertThat(byRow(report)).containsExactlyInAnyOrderEntriesOf(rows("25.99", "32.17", "14.42", "11.39", "0.16",
                "3.11", "5.80", "1.16", "1.13", "1.80", "0.76", "4.50"));
        assertThat(Costs.round(report.totals().typical().usd(), 2)).isEqualByComparingTo("102.38");
        assertThat(report.totals().typical().eurCents()).isEqualByComparingTo("91.53");
        assertThat(report.notPriced()).isEmpty();
    }

    @Test
    void worstCaseTakesSpotAtTheOnDemandPrice() {
        CostReport report = report(CENTRAL, UsageAssumptions.defaults());

        // 2.5833 tasks x (16.58195 - 5.0735) USD more: 105.9056 + 29.7302 = 135.6358 USD.
        assertThat(Costs.round(report.totals().worstCase().usd(), 2)).isEqualByComparingTo("135.64");
        assertThat(report.totals().worstCase().eurCents()).isEqualByComparingTo("121.25");
    }

    private static CostReport report(String region, UsageAssumptions usage) {
        return Costs.of(BillOfMaterials.plan(region), new Region(region), usage);
    }

    private static Map<String, BigDecimal> rows(String... amounts) {
        Map<String, BigDecimal> out = new LinkedHashMap<>();
        int i = 0;
        for (String row : byName().keySet()) {
            out.put(row, new BigDecimal(amounts[i++]));
        }
        return out;
    }

    private static Map<String, BigDecimal> byRow(CostReport report) {
        Map<String, BigDecimal> out = new LinkedHashMap<>();
        byName().forEach((row, which) -> out.put(row, Costs.round(Costs.usd(report, which), 2)));
        assertThat(report.lines()).allMatch(l -> byName().values().stream().filter(w -> w.test(l)).count() == 1);
        return out;
    }

    private static Map<String, Predicate<CostLine>> byName() {
        Map<String, Predicate<CostLine>> rows = new LinkedHashMap<>();
        rows.put("load balancer", l -> l.type().contains("loadBalancer") && !l.description().startsWith("data out"));
        rows.put("endpoints", l -> l.type().contains("vpcEndpoint"));
        rows.put("on demand", l -> l.description().contains("on demand"));
        rows.put("Spot", l -> l.description().contains("on Spot"));
        rows.put("releases", l -> l.description().contains("during releases"));
        rows.put("keys and secrets", l -> l.type().contains("kms") || l.type().contains("secret"));
        rows.put("alarms and metrics", l -> l.description().contains("alarm") || l.description().contains("metrics"));
        rows.put("logs and traces", l -> l.type().contains("logGroup") || l.description().startsWith("traces"));
        rows.put("discovery", l -> l.type().contains("servicediscovery"));
        rows.put("data and events", l -> l.type().matches("aws:(dynamodb|sqs|sfn|lambda|cloudwatch/eventBus).*"));
        rows.put("images, objects, transfer", l -> l.type().matches("aws:(ecr|s3).*|.*Peering.*")
                || l.description().startsWith("data "));
        rows.put("failover", l -> l.type().contains("route53"));
        rows.computeIfPresent("images, objects, transfer",
                (k, w) -> w.and(l -> !l.type().contains("vpcEndpoint") && !l.type().contains("dynamodb")));
        return rows;
    }
}
