package dev.tandem.cost.pricer;

import static dev.tandem.cost.Costs.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.cost.book.Confidence;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.CostReport;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("R1.5")
class FargatePricerTest {

    private static final TaskShape X86 = new TaskShape("1024", "2048", "X86_64");

    @Test
    void chargesProcessorAndMemoryByTheTaskDefinition() {
        CostReport report = Costs.of(Planned.in("eu-west-1").component("tandem:service:MeshService", "auth")
                .service("auth", X86, 2, List.of(Planned.share("FARGATE", 0, 1))));

        // 2 x 1 vCPU x 730 x 0.04048 = 59.1008; 2 x 2 GB x 730 x 0.004445 = 12.9794 USD.
        CostLine vcpu = line(report, "auth-stable: 2 task(s) on demand, vCPU");
        assertThat(vcpu.monthlyUsd()).isEqualByComparingTo("59.1008");
        assertThat(vcpu.quantity()).isEqualByComparingTo("1460");
        assertThat(vcpu.unit()).isEqualTo("vCPU-hour");
        assertThat(vcpu.component()).hasToString("auth (MeshService)");
        assertThat(vcpu.region()).isEqualTo(Costs.WEST);
        assertThat(vcpu.asOf().text()).isEqualTo("2026-09-11");
        assertThat(vcpu.assumption()).isEmpty();
        assertThat(line(report, "auth-stable: 2 task(s) on demand, memory").monthlyUsd())
                .isEqualByComparingTo("12.9794");
        // One task of a second version for 4 h: 4 x (0.04048 + 2 x 0.004445) = 0.19748 USD.
        assertThat(Costs.usd(report, l -> l.description().contains("releases"))).isEqualByComparingTo("0.1975");
    }

    @Test
    void showsSpotWithItsWorstCaseAndTheMaximum() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .service("auth", TaskShape.SMALL, 2,
                        List.of(Planned.share("FARGATE", 1, 0), Planned.share("FARGATE_SPOT", 0, 1)))
                .scaling("auth", 2, 4, true));

        CostLine spot = line(report, "1 task(s) on Spot, vCPU");
        // 0.5 x 730 x 0.0114 = 4.161; at 0.03725 on demand 13.59625; three of them at the maximum 40.78875 USD.
        assertThat(spot.monthlyUsd()).isEqualByComparingTo("4.161");
        assertThat(spot.worstCase().usd()).isEqualByComparingTo("13.59625");
        assertThat(spot.atMaximum().usd()).isEqualByComparingTo("40.78875");
        CostLine onDemand = line(report, "1 task(s) on demand, vCPU");
        assertThat(onDemand.monthlyUsd()).isEqualByComparingTo("13.59625");
        assertThat(onDemand.atMaximum().usd()).isEqualByComparingTo("13.59625");
    }

    @Test
    void aCanaryOfThePlanCountsForTheHoursOfReleasesAndAllMonthAtTheMaximum() {
        Planned plan = Planned.in("eu-west-1").component("tandem:service:MeshService", "auth")
                .service("auth", X86, 1, List.of(Planned.share("FARGATE", 0, 1)));
        CostReport before = Costs.of(plan);
        CostReport report = Costs.of(plan.add("aws:ecs/service:Service", "auth-canary", Map.of("desiredCount", 2, "name", "auth-canary",
                "launchType", "FARGATE", "tags", Map.of("Version", "canary"), "taskDefinition", Planned.UNKNOWN)));

        // Two tasks for 4 h in place of one: 8 x (0.04048 + 2 x 0.004445) = 0.39496 USD.
        assertThat(Costs.usd(report, l -> l.description().contains("releases"))).isEqualByComparingTo("0.3950");
        CostLine vcpu = line(report, "auth: 2 task(s) of a second version during releases, vCPU");
        // 2 x 730 x 0.04048 = 59.1008 USD if nobody takes it away.
        assertThat(vcpu.atMaximum().usd()).isEqualByComparingTo("59.1008");
        assertThat(Costs.usd(report, l -> !l.description().contains("releases")))
                .isEqualByComparingTo(Costs.usd(before, l -> !l.description().contains("releases")));
    }

    @Test
    void saysThatSpotPricesAreUnverified() {
        CostReport report = Costs.of(Planned.in("eu-west-1")
                .service("auth", TaskShape.SMALL, 1, List.of(Planned.share("FARGATE_SPOT", 0, 1))));

        assertThat(line(report, "on Spot, vCPU").confidence()).isEqualTo(Confidence.UNVERIFIED);
        assertThat(report.doubtful()).filteredOn(d -> d.unverified()).extracting(Object::toString).contains(
                "AWS Fargate / Linux ARM64 vCPU, Fargate Spot in eu-west-1: unverified, last seen 2026-11-22, 0 days ago");
    }

    @Test
    void usesTheClustersDefaultWhenTheServiceSaysNothing() {
        String cluster = Planned.urn("aws:ecs/cluster:Cluster", "main");
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:ecs/cluster:Cluster", "main", Map.of())
                .add("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", "main",
                        Map.of("defaultCapacityProviderStrategies", List.of(Planned.share("FARGATE_SPOT", 0, 1))),
                        Map.of("clusterName", List.of(cluster)))
                .add("aws:ecs/service:Service", "auth", Map.of("desiredCount", 1), Map.of("cluster", List.of(cluster))));

        assertThat(line(report, "on Spot, vCPU").assumption())
                .isEqualTo("the task definition is not in the plan: 0.5 vCPU, 1 GB, x86_64 assumed");
    }

    @Test
    void takesTheComponentsOnlyDefinitionWhenTheGraphDoesNotTell() {
        Planned one = Planned.in("eu-central-1").component("tandem:service:MeshService", "auth").add(
                "aws:ecs/taskDefinition:TaskDefinition", "a", Map.of("cpu", "1024", "memory", "2048"));
        Map<String, Object> service =
                Map.of("desiredCount", 1, "launchType", "FARGATE", "taskDefinition", Planned.UNKNOWN);

        // 1 vCPU of its only definition; with two of them the assumed 0.5 vCPU.
        assertThat(line(Costs.of(one.add("aws:ecs/service:Service", "auth", service)), "on demand, vCPU").quantity())
                .isEqualByComparingTo("730");
        one.add("aws:ecs/taskDefinition:TaskDefinition", "b", Map.of());
        assertThat(line(Costs.of(one), "on demand, vCPU").quantity()).isEqualByComparingTo("365");

        // Two versions of one service have two definitions of one size.
        Planned versions = Planned.in("eu-central-1").component("tandem:service:MeshService", "auth")
                .add("aws:ecs/taskDefinition:TaskDefinition", "a", Map.of("cpu", "1024", "memory", "2048"))
                .add("aws:ecs/taskDefinition:TaskDefinition", "b", Map.of("cpu", "1024", "memory", "2048"))
                .add("aws:ecs/service:Service", "auth", service);
        assertThat(line(Costs.of(versions), "on demand, vCPU").quantity()).isEqualByComparingTo("730");
    }

    @Test
    void doesNotPriceOtherCapacity() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:ecs/service:Service", "ec2", Map.of("desiredCount", 1, "launchType", "EC2"))
                .add("aws:ecs/service:Service", "own", Map.of("capacityProviderStrategies",
                        List.of(Planned.share("my-instances", 0, 1)))));

        assertThat(report.notPriced()).hasSize(1).first().hasToString("aws:ecs/service:Service (2): runs on other "
                + "capacity than Fargate, whose instances are priced elsewhere or not");
        assertThat(report.lines()).noneMatch(l -> l.description().contains("vCPU"));
    }

    @Test
    void chargesStorageAboveTwentyGigabytesAndPublicAddresses() {
        String definition = Planned.urn("aws:ecs/taskDefinition:TaskDefinition", "big");
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:ecs/taskDefinition:TaskDefinition", "big", Map.of("cpu", "512", "memory", "1024",
                        "ephemeralStorage", Map.of("sizeInGib", 30)))
                .add("aws:ecs/service:Service", "big", Map.of("desiredCount", 1, "launchType", "FARGATE",
                                "networkConfiguration", Map.of("assignPublicIp", true)),
                        Map.of("taskDefinition", List.of(definition))));

        // 10 GB x 730 x 0.000132 = 0.9636; 730 x 0.005 = 3.65 USD.
        assertThat(line(report, "storage above 20 GB").monthlyUsd()).isEqualByComparingTo("0.9636");
        assertThat(line(report, "public IPv4 addresses of big").monthlyUsd()).isEqualByComparingTo("3.65");
        assertThat(report.savings()).extracting(s -> s.action()).contains("run big's 1 on-demand task(s) on ARM64");
    }

    @Test
    void letsAUsageFileSayAServicesReleaseHours() {
        Planned plan = Planned.in("eu-central-1").component("tandem:service:MeshService", "auth")
                .service("auth", TaskShape.SMALL, 1, List.of(Planned.share("FARGATE", 0, 1)));

        // 10 h x (0.5 x 0.03725 + 0.00409) = 0.22715 USD.
        assertThat(Costs.usd(Costs.of(plan, "services: {auth: {fargate: {releaseHours: 10}}}"),
                l -> l.description().contains("releases"))).isEqualByComparingTo("0.2272");
    }
}
