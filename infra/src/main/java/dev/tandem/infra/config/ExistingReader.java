package dev.tandem.infra.config;

import dev.tandem.components.args.Problems;
import dev.tandem.components.foundation.Adopted;
import dev.tandem.components.network.ExistingNetwork;
import dev.tandem.components.network.ExistingNetwork.Subnet;
import dev.tandem.components.network.Ipv4Cidr;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads {@code tandem:existing}. */
final class ExistingReader {

    private static final Expected SHAPE = new Expected("an object of network, hostedZoneId, alarmTopicArn, budgetName, trailArn,"
            + " pipelineRoleArn, metricsNamespace and dashboards", "{hostedZoneId: Z0123456789ABCDEFGHIJ}");
    private static final Expected NETWORK = new Expected("an object of vpcId, privateSubnets, publicSubnets and endpoints",
            "{vpcId: vpc-0a1b2c3d4e5f60718, privateSubnets: {…}, publicSubnets: {…}}");
    private static final Expected PRIVATE = new Expected("an object of zones, each an object of id, cidr and routeTableId",
            "{eu-central-1a: {id: subnet-0a1b2c3d, cidr: 10.20.0.0/20, routeTableId: rtb-0a1b2c3d}}");
    private static final Expected PUBLIC = new Expected(
            "an object of zones and subnet ids, for the load balancer", "{eu-central-1a: subnet-1a2b3c4d}");
    private static final Expected ENDPOINTS = new Expected(
            "an object of securityGroupId, s3PrefixListId and dynamodbPrefixListId",
            "{securityGroupId: sg-0a1b2c3d, s3PrefixListId: pl-6ea54007, dynamodbPrefixListId: pl-66a5400f}");

    private final Section existing;
    private final String region;
    private final String account;
    private int before;

    private ExistingReader(Section existing, String region, String account) {
        this.existing = existing;
        this.region = region;
        this.account = account;
    }

    /** Region, account and zones are {@code null} where they are unusable. */
    static Existing read(Section tandem, String region, String account, Ipv4Cidr cidr, List<String> zones) {
        if (!tandem.has("existing")) {
            return Existing.NOTHING;
        }
        Section section = tandem.object("existing", SHAPE);
        return section == null ? null : new ExistingReader(section, region, account).all(cidr, zones);
    }

    private Existing all(Ipv4Cidr cidr, List<String> zones) {
        before = existing.problemCount();
        String here = ChoicesReader.in(region, account);
        Optional<ExistingNetwork> network = existing.has("network") ? network(cidr, zones) : Optional.empty();
        Existing all = new Existing(network,
                text("hostedZoneId", Patterns.HOSTED_ZONE, "the id of a public hosted zone", "Z0123456789ABCDEFGHIJ"),
                new Adopted(
                        text("alarmTopicArn", Patterns.topic(region, account), "the ARN of an SNS topic" + here,
                                "arn:aws:sns:eu-central-1:111122223333:oncall"),
                        text("budgetName", Patterns.BUDGET, "the name of a budget, 1 to 100 characters without : and \\", "eu"),
                        text("trailArn", Patterns.trail(account),
                                "the ARN of a trail" + ChoicesReader.in(null, account) + " that records all regions",
                                "arn:aws:cloudtrail:eu-west-1:111122223333:trail/organisation"),
                        text("pipelineRoleArn", Patterns.role(account),
                                "the ARN of a role" + ChoicesReader.in(null, account), "arn:aws:iam::111122223333:role/deployment")),
                text("metricsNamespace", Patterns.NAMESPACE,
                        "a CloudWatch namespace of 1 to 255 letters, digits and ._/#-, not AWS's own", "Performance"),
                dashboards());
        existing.rejectUnknown();
        return existing.problemCount() > before ? null : all;
    }

    private Optional<String> text(String key, String pattern, String expected, String example) {
        return existing.has(key) ? Optional.ofNullable(existing.text(key, pattern, new Expected(expected, example)))
                : Optional.empty();
    }

    private List<String> dashboards() {
        List<String> names = !existing.has("dashboards") ? List.of() : existing.texts("dashboards",
                name -> name.matches(Patterns.DASHBOARD), new Expected("a list of names of dashboards", "[performance]"));
        return names == null ? List.of() : names;
    }

    private Optional<ExistingNetwork> network(Ipv4Cidr cidr, List<String> zones) {
        Section network = existing.object("network", NETWORK);
        if (network == null) {
            return Optional.empty();
        }
        int start = network.problemCount();
        String vpc = network.text("vpcId", Patterns.VPC, new Expected("the id of a VPC", "vpc-0a1b2c3d4e5f60718"));
        Section privates = network.object("privateSubnets", PRIVATE);
        Section publics = network.object("publicSubnets", PUBLIC);
        Map<String, Subnet> tasks = privates == null ? Map.of() : byZone(privates, (section, zone) -> subnet(section, zone));
        Map<String, String> edge = publics == null ? Map.of() : byZone(publics, (section, zone) -> section.text(
                zone, Patterns.SUBNET, new Expected("the id of a subnet", "subnet-1a2b3c4d")));
        Optional<ExistingNetwork.Endpoints> endpoints = network.has("endpoints") ? endpoints(network) : Optional.empty();
        network.rejectUnknown();
        if (network.problemCount() > start || cidr == null || zones == null) {
            return Optional.empty();
        }
        ExistingNetwork made = new ExistingNetwork(vpc, tasks, edge, endpoints);
        Problems problems = new Problems(vpc);
        made.check(cidr, zones, problems);
        problems.lines().forEach(line -> existing.problem("network", line, NETWORK));
        return Optional.of(made);
    }

    private static <T> Map<String, T> byZone(Section section, BiFunction<Section, String, T> reader) {
        Map<String, T> all = new TreeMap<>();
        for (String zone : section.keys()) {
            T value = reader.apply(section, zone);
            if (value != null) {
                all.put(zone, value);
            }
        }
        return all;
    }

    private static Subnet subnet(Section privates, String zone) {
        Section subnet = privates.object(zone, PRIVATE);
        if (subnet == null) {
            return null;
        }
        String id = subnet.text("id", Patterns.SUBNET, new Expected("the id of a subnet", "subnet-0a1b2c3d"));
        String cidr = subnet.text("cidr", ExistingReader::isRange, new Expected("its IPv4 range", "10.20.0.0/20"));
        String table = subnet.text("routeTableId", Patterns.ROUTE_TABLE, new Expected("the id of its route table", "rtb-0a1b2c3d"));
        subnet.rejectUnknown();
        return id == null || cidr == null || table == null ? null : new Subnet(id, Ipv4Cidr.parse(cidr), table);
    }

    private static Optional<ExistingNetwork.Endpoints> endpoints(Section network) {
        Section endpoints = network.object("endpoints", ENDPOINTS);
        if (endpoints == null) {
            return Optional.empty();
        }
        Expected list = new Expected("the id of AWS's prefix list in this region", "pl-6ea54007");
        String group = endpoints.text(
                "securityGroupId", Patterns.SECURITY_GROUP, new Expected("the id of a security group", "sg-0a1b2c3d"));
        String s3 = endpoints.text("s3PrefixListId", Patterns.PREFIX_LIST, list);
        String dynamodb = endpoints.text("dynamodbPrefixListId", Patterns.PREFIX_LIST, list);
        endpoints.rejectUnknown();
        return group == null || s3 == null || dynamodb == null
                ? Optional.empty() : Optional.of(new ExistingNetwork.Endpoints(group, s3, dynamodb));
    }

    private static boolean isRange(String text) {
        try {
            return Ipv4Cidr.parse(text).prefix() <= 28;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
