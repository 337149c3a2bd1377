package dev.tandem.ops.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import dev.tandem.ops.access.Xml;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Asks AWS for limits and use of a region. What can't be asked is said, and does not hide the rest. */
public final class Quotas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Each task's agent reads its identity and the trusted CAs every five minutes, calls a second. */
    static final double POLLS = 2.0 / 300;

    /** GetParameter with the higher throughput (AWS general reference, Systems Manager quotas). */
    static final double HIGH_THROUGHPUT = 10_000;

    private final AwsAccess access;
    private final String cluster;
    private final List<Quota> found = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private Quotas(AwsAccess access, String cluster) {
        this.access = access;
        this.cluster = cluster;
    }

    /**
     * What came out.
     *
     * @param quotas  limits with their use
     * @param unknown what could not be asked, and why
     */
    public record Answer(List<Quota> quotas, List<String> unknown) {}

    /**
     * Looks at a region.
     *
     * @throws RouteSourceException when ECS or Application Auto Scaling can't be asked: nothing could be projected
     */
    public static Answer of(AwsAccess access, String cluster) {
        Quotas quotas = new Quotas(access, cluster);
        quotas.look(ClusterScale.of(access, cluster));
        return new Answer(List.copyOf(quotas.found), List.copyOf(quotas.unknown));
    }

    private void look(Scale scale) {
        int growth = scale.most() - scale.tasks();
        // Spot falls back to nothing, but a service may be moved on demand: both are held to what all could use there.
        add(Limit.FARGATE, () -> scale.vcpus(false), scale.mostVcpus(false) - scale.vcpus(false));
        add(Limit.FARGATE_SPOT, () -> scale.vcpus(true), scale.mostVcpus(true) - scale.vcpus(true));
        add(Limit.TASKS, scale::largest, scale.largestMost() - scale.largest());
        add(Limit.SERVICES, () -> scale.services().size(), 0);
        add(Limit.INTERFACES, this::interfaces, growth);
        add(Limit.REPOSITORIES, () -> new SignedCall(access, "ecr", "api.ecr").pages("AmazonEC2ContainerRegistry_V20150921.DescribeRepositories",
                JSON.objectNode().put("maxResults", 1000), "nextToken").stream().mapToInt(page -> page.path("repositories").size()).sum(), 0);
        add(Limit.NAMESPACES, () -> cloudMap("ListNamespaces", "Namespaces").size(), 0);
        add(Limit.INSTANCES, this::instances, scale.largestMost() - scale.largest());
        add(Limit.MESHES, () -> new SignedCall(access, "appmesh", "appmesh").get("ListMeshes", "/v20190125/meshes").path("meshes").size(), 0);
        add(Limit.LAMBDA, this::lambda, 0);
        asked(Limit.ADDRESSES, () -> found.addAll(SubnetRoom.of(access, scale)));
        parameters(scale);
        Set<String> own = new TreeSet<>();
        asked(Limit.RECORDS, () -> own.addAll(namespaceZones()));
        asked(Limit.RECORDS, () -> ZoneRecords.fullest(access, own).forEach(zone -> records(zone, own.contains(zone.id()) ? growth : 0)));
    }

    private void asked(Limit limit, Runnable look) {
        try {
            look.run();
        } catch (RouteSourceException notAsked) {
            unknown.add(limit.name() + ": its use is not known (" + notAsked.getMessage() + ")");
        }
    }

    /** The agents' own calls; others of the account share the limit. */
    private void parameters(Scale scale) {
        Most most = most(Limit.PARAMETERS, Limit.PARAMETERS.name() + ": whether the account has the higher throughput", () -> {
            JsonNode setting = json("ssm", "ssm", "AmazonSSM.GetServiceSetting",
                    JSON.objectNode().put("SettingId", "/ssm/parameter-store/high-throughput-enabled")).path("ServiceSetting");
            return Optional.of(setting.path("SettingValue").asBoolean() ? HIGH_THROUGHPUT : Limit.PARAMETERS.usual());
        });
        found.add(new Quota(Limit.PARAMETERS.name(), scale.tasks() * POLLS, most.value(), scale.most() * POLLS, Limit.PARAMETERS.unit(),
                most.source()));
    }

    private void records(ZoneRecords.Zone zone, int growth) {
        String name = Limit.RECORDS.name() + " " + zone.name();
        Most most = most(Limit.RECORDS, name + ": the zone's own limit", () -> Optional.of(ZoneRecords.limit(access, zone)));
        found.add(new Quota(name, zone.records(), most.value(), zone.records() + growth, Limit.RECORDS.unit(), most.source()));
    }

    private void add(Limit limit, DoubleSupplier used, double growth) {
        Most most = most(limit, limit.name() + ": the account's own limit", () -> {
            JsonNode quota = limit.code().isEmpty() ? JSON.objectNode() : json("servicequotas", "servicequotas", "ServiceQuotasV20190624.GetServiceQuota", JSON.objectNode()
                    .put("ServiceCode", limit.service()).put("QuotaCode", limit.code())).path("Quota");
            return Optional.of(quota.path("Value")).filter(JsonNode::isNumber).map(JsonNode::asDouble);
        });
        asked(limit, () -> {
            double now = used.getAsDouble();
            found.add(new Quota(limit.name(), now, most.value(), now + growth, limit.unit(), most.source()));
        });
    }

    /** @param source {@code account} or {@code default} */
    private record Most(double value, String source) {}

    /**
     * AWS's default where the account has none of its own, or can't be asked.
     *
     * @param what is not known then
     */
    private Most most(Limit limit, String what, Supplier<Optional<Double>> own) {
        Optional<Double> value = Optional.empty();
        try {
            value = own.get();
        } catch (RouteSourceException notAsked) {
            unknown.add(what + " is not known, AWS's default is taken (" + notAsked.getMessage() + ")");
        }
        return value.map(most -> new Most(most, "account")).orElseGet(() -> new Most(limit.usual(), "default"));
    }

    private double interfaces() {
        SignedCall ec2 = new SignedCall(access, "ec2", "ec2");
        Map<String, String> page = new java.util.HashMap<>(Map.of("MaxResults", "1000"));
        double count = 0;
        while (true) {
            var answer = Xml.parse(ec2.query("DescribeNetworkInterfaces", "2016-11-15", page));
            count += Xml.at(answer, "networkInterfaceSet", "item").size();
            String next = Xml.text(answer, "nextToken");
            if (next.isEmpty()) {
                return count;
            }
            page.put("NextToken", next);
        }
    }

    /** Ids of the zones that Cloud Map keeps for the region's namespaces: it writes a record for each task into them. */
    private Set<String> namespaceZones() {
        Set<String> zones = new TreeSet<>();
        for (JsonNode each : cloudMap("ListNamespaces", "Namespaces")) {
            String zone = each.path("Properties").path("DnsProperties").path("HostedZoneId").asText();
            if (!zone.isEmpty()) {
                zones.add(zone);
            }
        }
        return zones;
    }

    private double instances() {
        return cloudMap("ListServices", "Services").stream().mapToInt(this::instances).max().orElse(0);
    }

    /** AWS's own examples leave the number out of a service; left out, it is no 0. */
    private int instances(JsonNode service) {
        JsonNode counted = service.path("InstanceCount");
        return counted.isNumber() ? counted.asInt()
                : cloudMap("ListInstances", JSON.objectNode().put("ServiceId", service.path("Id").asText()), "Instances").size();
    }

    private List<JsonNode> cloudMap(String action, String items) {
        return cloudMap(action, JSON.objectNode(), items);
    }

    /** Everything that a list of Cloud Map has, over all its pages. */
    private List<JsonNode> cloudMap(String action, ObjectNode request, String items) {
        List<JsonNode> all = new ArrayList<>();
        new SignedCall(access, "servicediscovery", "servicediscovery").pages("Route53AutoNaming_v20170314." + action, request)
                .forEach(page -> page.path(items).forEach(all::add));
        return all;
    }

    /** The most at any minute of the last day. */
    private double lambda() {
        try (CloudWatchClient cloudWatch = access.client(CloudWatchClient.builder())) {
            Instant now = Instant.now();
            return cloudWatch.getMetricStatistics(request -> request.namespace("AWS/Lambda").metricName("ConcurrentExecutions")
                            .startTime(now.minus(Duration.ofDays(1))).endTime(now).period(300).statistics(Statistic.MAXIMUM)).datapoints()
                    .stream().mapToDouble(Datapoint::maximum).max().orElse(0);
        } catch (SdkException failure) {
            throw dev.tandem.mesh.store.AwsFailures.explain("cloudwatch:GetMetricStatistics", "AWS/Lambda in " + access.region(), failure);
        }
    }

    private JsonNode json(String service, String host, String target, ObjectNode body) {
        return new SignedCall(access, service, host).json(target, body);
    }
}
