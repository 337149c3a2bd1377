package dev.tandem.ops.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.ops.access.AwsStandIn;
import dev.tandem.requirements.Covers;
import org.junit.jupiter.api.Test;

/** Limits that the simulator lacks or never fills, answered in the form of AWS's API references. */
class QuotasTest {

    private static String answer(boolean high, String region, String action) {
        if (action.startsWith("/2013-04-01/")) {
            assertThat(region).as("Route 53 is signed for one region").isEqualTo("us-east-1");
            return action.contains("/hostedzonelimit/")
                    ? "<R><Limit><Type>MAX_RRSETS_BY_ZONE</Type><Value>10000</Value></Limit><Count>9000</Count></R>"
                    : action.contains("marker=Z2") ? "<R><HostedZones>" + zone("Z3", "svc.local.", true, 30) + zone("Z4", "other.local.", true, 500) + "</HostedZones></R>"
                    : "<R><HostedZones>" + zone("Z1", "small.example.", false, 2) + zone("Z2", "tandem.example.", false, 9000)
                            + "</HostedZones><IsTruncated>true</IsTruncated><NextMarker>Z2</NextMarker></R>";
        }
        return switch (action) {
            case "DescribeScalableTargets" -> "{\"ScalableTargets\":[{\"ServiceNamespace\":\"ecs\",\"ResourceId\":"
                    + "\"service/tandem-prod/auth-stable\",\"ScalableDimension\":\"ecs:service:DesiredCount\",\"MinCapacity\":2,"
                    + "\"MaxCapacity\":8}]}";
            case "ListServices" -> "{\"serviceArns\":[\"arn:aws:ecs:eu-central-1:111122223333:service/tandem-prod/auth-stable\"]}";
            case "DescribeServices" -> "{\"services\":[{\"serviceName\":\"auth-stable\",\"taskDefinition\":\"t\",\"runningCount\":2,"
                    + "\"desiredCount\":2,\"networkConfiguration\":{\"awsvpcConfiguration\":{\"subnets\":[\"subnet-a\",\"subnet-b\"]}}}]}";
            case "ListNamespaces" -> "{\"Namespaces\":[{\"Name\":\"svc.local\",\"Properties\":{\"DnsProperties\":{\"HostedZoneId\":\"Z3\"}}},"
                    + "{\"Name\":\"http\",\"Properties\":{\"HttpProperties\":{\"HttpName\":\"http\"}}}]}";
            case "DescribeTaskDefinition" -> "{\"taskDefinition\":{\"cpu\":\"512\"}}";
            case "DescribeSubnets" -> "<R><subnetSet>" + subnet("subnet-a", 4) + subnet("subnet-b", 9) + "</subnetSet></R>";
            case "GetServiceSetting" -> "{\"ServiceSetting\":{\"SettingValue\":\"" + high + "\"}}";
            default -> null;
        };
    }

    private static String zone(String id, String name, boolean closed, int records) {
        return "<HostedZone><Id>/hostedzone/" + id + "</Id><Name>" + name + "</Name><Config><PrivateZone>" + closed
                + "</PrivateZone></Config><ResourceRecordSetCount>" + records + "</ResourceRecordSetCount></HostedZone>";
    }

    private static String subnet(String id, int free) {
        return "<item><subnetId>" + id + "</subnetId><cidrBlock>10.20.1.0/28</cidrBlock><availableIpAddressCount>" + free
                + "</availableIpAddressCount></item>";
    }

    private static Quota named(Quotas.Answer answer, String name) {
        return answer.quotas().stream().filter(quota -> quota.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    @Covers(value = "R11.5", evidence = Covers.Evidence.SIMULATED)
    void subnetsParametersAndZonesAreHeldToMaximumScale() {
        try (AwsStandIn aws = new AwsStandIn((region, action, body) -> answer(false, region, action))) {
            Quotas.Answer answer = Quotas.of(aws.access("eu-central-1"), "tandem-prod");

            // A /28 has 11 addresses; 7 are used, and 3 of the 6 further tasks come here: 10 of 11.
            assertThat(named(answer, "Subnet subnet-a 10.20.1.0/28")).isEqualTo(
                    new Quota("Subnet subnet-a 10.20.1.0/28", 7, 11, 10, "addresses", "subnet"));
            assertThat(named(answer, "Subnet subnet-a 10.20.1.0/28").near()).isTrue();
            assertThat(named(answer, "Subnet subnet-b 10.20.1.0/28").near()).as("2 and 3 of 11").isFalse();
            assertThat(named(answer, "SSM: GetParameter by the agents")).satisfies(quota -> {
                assertThat(quota.limit()).isEqualTo(40);
                assertThat(quota.projected()).as("8 tasks, twice in five minutes").isEqualTo(16.0 / 300);
            });
            assertThat(named(answer, "Route 53: records of tandem.example.").near()).isTrue();
            assertThat(named(answer, "Route 53: records of svc.local.").projected()).as("a record for each further task").isEqualTo(36);
            assertThat(named(answer, "Route 53: records of other.local.").projected()).as("nobody's of this region").isEqualTo(500);
            assertThat(answer.quotas()).noneMatch(quota -> quota.name().contains("small.example"));
        }
    }

    private static String paged(String region, String action, String body) {
        boolean more = body.contains("oken\":\"2\"");
        return switch (action) {
            case "DescribeRepositories" -> more ? "{\"repositories\":[{}]}" : "{\"repositories\":[{},{}],\"nextToken\":\"2\"}";
            case "ListNamespaces" -> more ? "{\"Namespaces\":[{},{},{}]}" : "{\"Namespaces\":[{}],\"NextToken\":\"2\"}";
            case "ListServices" -> body.contains("cluster") ? answer(false, region, action)
                    : more ? "{\"Services\":[{\"InstanceCount\":700}]}" : "{\"Services\":[{\"InstanceCount\":3}],\"NextToken\":\"2\"}";
            default -> answer(false, region, action);
        };
    }

    /** An account with more than a page of them is the one that comes near its limit. */
    @Test
    @Covers(value = "R11.5", evidence = Covers.Evidence.SIMULATED)
    void everyPageIsCounted() {
        try (AwsStandIn aws = new AwsStandIn(QuotasTest::paged)) {
            Quotas.Answer answer = Quotas.of(aws.access("eu-central-1"), "tandem-prod");
            assertThat(named(answer, "ECR: repositories").used()).isEqualTo(3);
            assertThat(named(answer, "Cloud Map: namespaces").used()).isEqualTo(4);
            assertThat(named(answer, "Cloud Map: instances of the largest service").used()).isEqualTo(700);
        }
    }

    @Test
    void anInstanceCountThatIsLeftOutIsNoZero() {
        try (AwsStandIn aws = new AwsStandIn((region, action, body) -> switch (action) {
            case "ListServices" -> body.contains("cluster") ? answer(false, region, action) : "{\"Services\":[{\"Id\":\"srv-1\"},{\"InstanceCount\":1}]}";
            case "ListInstances" -> !body.contains("srv-1") ? null : body.contains("oken") ? "{\"Instances\":[{}]}" : "{\"Instances\":[{},{}],\"NextToken\":\"2\"}";
            default -> answer(false, region, action);
        })) {
            assertThat(named(Quotas.of(aws.access("eu-central-1"), "tandem-prod"), "Cloud Map: instances of the largest service").used()).isEqualTo(3);
        }
    }

    @Test
    void theHigherThroughputCounts() {
        try (AwsStandIn aws = new AwsStandIn((region, action, body) -> answer(true, region, action))) {
            Quotas.Answer answer = Quotas.of(aws.access("eu-central-1"), "tandem-prod");
            assertThat(named(answer, "SSM: GetParameter by the agents").limit()).isEqualTo(10_000);
        }
    }

    @Test
    void whatCannotBeAskedHidesNothingElse() {
        try (AwsStandIn aws = new AwsStandIn((region, action, body) -> action.startsWith("/2013") || action.equals("DescribeSubnets")
                || action.equals("GetServiceSetting") ? null : answer(false, region, action))) {
            Quotas.Answer answer = Quotas.of(aws.access("eu-central-1"), "tandem-prod");
            assertThat(answer.unknown()).anyMatch(line -> line.startsWith("Subnet: its use is not known"))
                    .anyMatch(line -> line.startsWith("Route 53: records of: its use is not known"))
                    .anyMatch(line -> line.startsWith("SSM: GetParameter by the agents: whether the account has the higher throughput"));
            assertThat(named(answer, "SSM: GetParameter by the agents").source()).isEqualTo("default");
        }
    }
}
