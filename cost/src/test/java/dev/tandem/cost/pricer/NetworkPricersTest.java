package dev.tandem.cost.pricer;

import static dev.tandem.cost.Costs.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.report.CostReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkPricersTest {

    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";

    @Test
    void chargesAnInterfaceEndpointForEachZone() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add(ENDPOINT, "logs", Map.of("vpcEndpointType",
                "Interface", "serviceName", "com.amazonaws.eu-central-1.logs", "subnetIds", List.of("a", "b"))));

        // 2 x 730 h x 0.012 USD = 17.52 USD, and 5 GB x 0.01 = 0.05 USD; 17.57 / 1.1186 = 15.71 EUR.
        assertThat(line(report, "interface endpoint logs, 2 zone(s)").monthlyUsd()).isEqualByComparingTo("17.52");
        assertThat(line(report, "data through the interface endpoints").monthlyUsd()).isEqualByComparingTo("0.05");
        assertThat(report.totals().typical().eurCents()).isEqualByComparingTo("15.71");
        assertThat(report.savings()).hasSize(1).first()
                .satisfies(s -> assertThat(s.monthly().usd()).isEqualByComparingTo("8.76"))
                .satisfies(s -> assertThat(s.action()).isEqualTo("put interface endpoint logs into one zone"));
    }

    @Test
    void countsSubnetsThatAreNotKnownYetThroughTheGraph() {
        CostReport report = Costs.of(Planned.in("eu-west-1").add(SUBNET, "a", Map.of()).add(SUBNET, "b", Map.of())
                .add(ENDPOINT, "ssm", Map.of("vpcEndpointType", "Interface", "subnetIds", Planned.UNKNOWN),
                        Map.of("subnetIds", List.of(Planned.urn(SUBNET, "a"), Planned.urn(SUBNET, "b"))))
                .add(ENDPOINT, "kms", Map.of("vpcEndpointType", "Interface", "subnetIds", Planned.UNKNOWN)));

        // 2 x 730 x 0.011 = 16.06 USD; the other has no subnet in the plan.
        assertThat(line(report, "interface endpoint ssm").monthlyUsd()).isEqualByComparingTo("16.06");
        assertThat(line(report, "interface endpoint ssm").assumption()).isEmpty();
        assertThat(line(report, "interface endpoint kms").monthlyUsd()).isEqualByComparingTo("8.03");
        assertThat(line(report, "interface endpoint kms").assumption())
                .isEqualTo("subnetIds is not known before the deployment: 1 assumed");
    }

    @Test
    void takesGatewayEndpointsAsFreeByTheBook() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add(ENDPOINT, "s3", Map.of()));

        assertThat(line(report, "gateway endpoint s3").monthlyUsd()).isEqualByComparingTo("0");
        assertThat(line(report, "gateway endpoint s3").source()).isNotBlank();
    }

    @Test
    void chargesNatGatewaysAndAddresses() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:ec2/natGateway:NatGateway", "nat", Map.of()).add("aws:ec2/eip:Eip", "nat", Map.of()));

        // 730 x 0.052 = 37.96; 5 GB x 0.052 = 0.26; 730 x 0.005 = 3.65 USD.
        assertThat(line(report, "NAT gateway nat").monthlyUsd()).isEqualByComparingTo("37.96");
        assertThat(line(report, "data through the NAT").monthlyUsd()).isEqualByComparingTo("0.26");
        assertThat(line(report, "public IPv4 address nat").monthlyUsd()).isEqualByComparingTo("3.65");
    }

    @Test
    void derivesTheBalancersAddressesFromItsSubnets() {
        CostReport report = Costs.of(Planned.in("eu-west-1").add(BALANCER, "edge", Map.of("subnets",
                List.of("a", "b", "c"))));

        // 730 x 0.0252 = 18.396; 730 x 0.05 x 0.008 = 0.292; 3 x 730 x 0.005 = 10.95; 2 GB x 0.09 = 0.18 USD.
        assertThat(line(report, "application load balancer edge").monthlyUsd()).isEqualByComparingTo("18.396");
        assertThat(line(report, "capacity units of edge").monthlyUsd()).isEqualByComparingTo("0.292");
        assertThat(line(report, "public IPv4 addresses of edge").monthlyUsd()).isEqualByComparingTo("10.95");
        assertThat(line(report, "public IPv4 addresses of edge").assumption())
                .startsWith("no resource of its own: one address for each public subnet");
        assertThat(line(report, "data out to the internet").monthlyUsd()).isEqualByComparingTo("0.18");
    }

    @Test
    void knowsInternalNetworkAndGatewayBalancers() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add(BALANCER, "inside", Map.of("internal", true, "loadBalancerType", "network"))
                .add(BALANCER, "gateway", Map.of("loadBalancerType", "gateway", "internal", true)));

        // 730 x 0.027 = 19.71; 730 x 0.05 x 0.006 = 0.219 USD.
        assertThat(report.totals().typical().usd()).isEqualByComparingTo("19.929");
        assertThat(report.notPriced()).hasSize(1).first().hasToString(
                "aws:lb/loadBalancer:LoadBalancer (1): gateway load balancers have no price in the book");
    }

    @Test
    void chargesZonesChecksAndTheirOptions() {
        CostReport report = Costs.of(Planned.in("eu-west-1").add("aws:route53/zone:Zone", "public", Map.of())
                .add("aws:route53/healthCheck:HealthCheck", "page", Map.of("type", "HTTPS_STR_MATCH", "fqdn",
                        "example.org", "requestInterval", 10, "measureLatency", true))
                .add("aws:route53/healthCheck:HealthCheck", "alarm", Map.of("type", "CLOUDWATCH_METRIC")));

        // Elsewhere: 0.75 and four options of 2 USD; an alarm's check is 0.50; the zone 0.50.
        assertThat(line(report, "hosted zone public").monthlyUsd()).isEqualByComparingTo("0.5");
        assertThat(line(report, "health check alarm").monthlyUsd()).isEqualByComparingTo("0.5");
        assertThat(report.totals().typical().usd()).isEqualByComparingTo("9.75");
    }

    @Test
    void derivesDiscoveryQueriesFromTheShortestTtl() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:servicediscovery/service:Service", "a", dns(10))
                .add("aws:servicediscovery/service:Service", "b", dns(6)), "dns: {refreshingClusters: 2}");

        // 2 x 2,628,000 s / 6 s = 876,000 queries x 0.40 USD a million = 0.3504 USD.
        assertThat(report.totals().typical().usd()).isEqualByComparingTo("0.3504");
        assertThat(line(report, "DNS queries").assumption()).isEqualTo("dns.refreshingClusters = 2 clusters "
                + "(usage/test.yaml); each asks once per TTL of 6 s");
    }

    private static Map<String, Object> dns(int ttl) {
        return Map.of("dnsConfig", Map.of("dnsRecords", List.of(Map.of("ttl", ttl))));
    }
}
