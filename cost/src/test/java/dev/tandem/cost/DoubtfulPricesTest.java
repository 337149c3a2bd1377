package dev.tandem.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.report.DoubtfulPrice;
import dev.tandem.cost.usage.UsageAssumptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Old and unverified figures are said, and which are old depends on the day alone. */
class DoubtfulPricesTest {

    @Test
    void aPriceTurnsOldTheDayAfter180Days() {
        assertThat(doubtful("aws:ec2/natGateway:NatGateway", "2027-04-06")).isEmpty();
        assertThat(doubtful("aws:ec2/natGateway:NatGateway", "2027-04-07")).extracting(Object::toString).containsExactly(
                "Amazon VPC / NAT gateway in eu-central-1: last seen 2026-10-08, 181 days ago",
                "Amazon VPC / NAT gateway data processed in eu-central-1: last seen 2026-10-08, 181 days ago");
    }

    @Test
    void anUnverifiedPriceIsSaidWhateverItsAge() {
        assertThat(doubtful("aws:inspector2/enabler:Enabler", "2026-01-02")).hasSize(2)
                .allMatch(d -> d.unverified() && !d.stale()).first().asString()
                .isEqualTo("Amazon Inspector / ECR container image, automatic re-scan in eu-central-1: unverified, last seen "
                        + "2026, 1 days ago");
    }

    private static List<DoubtfulPrice> doubtful(String type, String today) {
        return Estimator.estimate(Planned.in("eu-central-1").add(type, "n", Map.of()).resources(), Costs.CENTRAL,
                UsageAssumptions.defaults(), Costs.RATE, PriceBook.bundled(), LocalDate.parse(today)).doubtful();
    }
}
