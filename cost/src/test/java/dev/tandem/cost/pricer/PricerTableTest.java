package dev.tandem.cost.pricer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.report.FreeOfCharge;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing is silently zero. */
class PricerTableTest {

    @Test
    void listsATypeThatNobodyKnows() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add("aws:moon/rocket:Rocket", "apollo", Map.of())
                .add("acme:index:Thing", "thing", Map.of()));

        assertThat(report.notPricedTypes()).containsExactly("acme:index:Thing", "aws:moon/rocket:Rocket");
        assertThat(report.notPriced().get(0).reason())
                .isEqualTo("nothing here prices this type, and it is not known to be free");
    }

    @Test
    void listsKnownCostsWithoutAPriceToo() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add("aws:msk/cluster:Cluster", "f", Map.of())
                .add("aws:ebs/volume:Volume", "v", Map.of()).add("aws:ec2/instance:Instance", "i", Map.of()));

        assertThat(report.notPricedTypes()).containsExactly("aws:ebs/volume:Volume", "aws:ec2/instance:Instance",
                "aws:msk/cluster:Cluster");
    }

    @Test
    void saysWhichRegionHasNoPrices() {
        CostReport report = Costs.of(Planned.in("eu-south-2").add("aws:ec2/natGateway:NatGateway", "n", Map.of()));

        assertThat(report.lines()).isEmpty();
        assertThat(report.notPriced()).extracting(Object::toString).containsExactly(
                "aws:ec2/natGateway:NatGateway (1): the price book has no price of Amazon VPC / NAT gateway in "
                        + "eu-south-2",
                "aws:ec2/natGateway:NatGateway (1): the price book has no price of Amazon VPC / NAT gateway data "
                        + "processed in eu-south-2");
    }

    @Test
    void namesFreeTypesWithTheReason() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add("aws:iam/role:Role", "a", Map.of())
                .add("aws:iam/role:Role", "b", Map.of()).add("aws:s3/bucketVersioningV2:BucketVersioningV2", "v", Map.of())
                .add("random:index/randomId:RandomId", "r", Map.of()));

        assertThat(report.free()).containsExactly(new FreeOfCharge("aws:iam/role:Role", 2, "IAM has no charge"),
                new FreeOfCharge("aws:s3/bucketVersioning:BucketVersioning", 1,
                        "settings of a bucket that has its own lines"),
                new FreeOfCharge("random:index/randomId:RandomId", 1, "is kept in the program's state only"));
        assertThat(report.notPriced()).isEmpty();
    }

    @Test
    void hasOnePricerForAType() {
        Set<String> seen = new HashSet<>();
        PricerTable.pricers().forEach(p -> p.types().forEach(t -> {
            assertThat(seen.add(t)).as("%s is priced once", t).isTrue();
            assertThat(FreeTypes.reason(t)).as("%s is not free", t).isEmpty();
        }));
        assertThat(PricerTable.types()).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void takesAllowancesOffOnlyWhenAskedTo() {
        Planned plan = Planned.in("eu-central-1").add("aws:kms/key:Key", "k", Map.of())
                .add("aws:cloudwatch/metricAlarm:MetricAlarm", "a", Map.of());

        // 1 + 69,000 x 0.000003 + 0.10; 20,000 requests and the alarm are free: 0.06 and 0.10 USD less.
        assertThat(Costs.of(plan).totals().typical().usd()).isEqualByComparingTo("1.307");
        CostReport with = Costs.of(plan, "freeAllowances: true");
        assertThat(with.totals().typical().usd()).isEqualByComparingTo("1.147");
        assertThat(Costs.line(with, "free allowance: requests to symmetric keys").assumption())
                .isEqualTo("freeAllowances = true: 20000 requests of the account and month");
    }
}
