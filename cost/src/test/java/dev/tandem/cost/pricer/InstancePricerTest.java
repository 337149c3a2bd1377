package dev.tandem.cost.pricer;

import static dev.tandem.cost.Costs.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.report.CostReport;
import dev.tandem.policy.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstancePricerTest {

    private static final String INSTANCE = "aws:ec2/instance:Instance";

    @Test
    void charges_an_instance_its_root_volume_and_its_address() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add(INSTANCE, "i", Map.of("instanceType", "t4g.small",
                "rootBlockDevice", Map.of("volumeType", "gp3", "volumeSize", 20), "associatePublicIpAddress", true)));

        // 730 x 0.0192 = 14.016; 730 x 0.005 = 3.65.
        assertThat(line(report, "instance i").monthlyUsd()).isEqualByComparingTo("14.016");
        assertThat(line(report, "instance i").assumption()).contains("runs Linux all hours");
        assertThat(line(report, "root volume of i").quantity()).isEqualByComparingTo("20");
        assertThat(line(report, "public IPv4 address of i").monthlyUsd()).isEqualByComparingTo("3.65");
    }

    @Test
    void says_what_of_an_instance_has_no_price() {
        CostReport report = Costs.of(Planned.in("eu-west-1")
                .add(INSTANCE, "old", Map.of("instanceType", "m1.small"))
                .add(INSTANCE, "later", Map.of("instanceType", new Value.Unknown()))
                .add(INSTANCE, "host", Map.of("instanceType", "m5.large", "tenancy", "dedicated")));

        assertThat(report.lines()).isEmpty();
        assertThat(report.notPriced()).extracting(Object::toString).containsExactlyInAnyOrder(
                "aws:ec2/instance:Instance (1): the price book has no price of Amazon EC2 / Linux instance, on demand, m1.small in eu-west-1",
                "aws:ec2/instance:Instance (1): root volume: found gp2; the book has gp3",
                "aws:ec2/instance:Instance (1): found no known instanceType; expected a type such as t4g.small",
                "aws:ec2/instance:Instance (1): found hardware of its own; the book has shared hardware on demand");
    }

    @Test
    void charges_a_group_at_rest_and_at_its_maximum() {
        Planned plan = Planned.in("eu-west-1").add("aws:ec2/launchTemplate:LaunchTemplate", "t", Map.of("instanceType", "m7g.large"));
        CostReport report = Costs.of(plan.add("aws:autoscaling/group:Group", "g",
                Map.of("launchTemplate", Map.of("id", new Value.Unknown()), "minSize", 2, "maxSize", 6),
                Map.of("launchTemplate", List.of(Planned.urn("aws:ec2/launchTemplate:LaunchTemplate", "t")))));

        // 2 x 730 x 0.091 = 132.86; 6 x 730 x 0.091 = 398.58.
        assertThat(line(report, "instances of group g").monthlyUsd()).isEqualByComparingTo("132.86");
        assertThat(report.totals().atMaximum().usd()).isEqualByComparingTo("398.58");
    }

    @Test
    void charges_brokers_and_nodes() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:msk/cluster:Cluster", "k", Map.of("numberOfBrokerNodes", 3, "brokerNodeGroupInfo", Map.of("instanceType",
                        "kafka.m7g.large", "storageInfo", Map.of("ebsStorageInfo", Map.of("volumeSize", 100)))))
                .add("aws:redshift/cluster:Cluster", "r", Map.of("nodeType", "ra3.large", "numberOfNodes", 2)));

        // 3 x 730 x 0.2445 = 535.455; 300 x 0.119 = 35.70; 2 x 730 x 0.649 = 947.54.
        assertThat(Costs.usd(report, l -> l.description().equals("brokers of k"))).isEqualByComparingTo("535.455");
        assertThat(line(report, "storage of brokers of k").monthlyUsd()).isEqualByComparingTo("35.7");
        assertThat(line(report, "nodes of warehouse r").monthlyUsd()).isEqualByComparingTo("947.54");
    }
}
