package dev.tandem.preview.engine;

import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.StructDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * What a program says of an {@code awsx:ec2:Vpc}, read as the provider reads it: null is absent, and a NAT gateway strategy may be
 * in any case. Immutable. Source: awsx 3.11, {@code awsx/ec2/vpc.ts} and {@code subnetDistributorNew.ts}.
 *
 * @param values arguments by name, without those that are null
 */
record AwsxVpcArgs(Map<String, Value> values) {

    /** Types of subnets, in the order in which they are made in a zone. */
    static final List<String> TYPES = List.of("Public", "Private", "Isolated");

    /** Arguments that the VPC takes as they are. */
    static final List<String> OF_THE_VPC = List.of("cidrBlock", "enableDnsHostnames", "enableDnsSupport", "instanceTenancy",
            "enableNetworkAddressUsageMetrics", "assignGeneratedIpv6CidrBlock");

    private static final Set<String> OTHERS = Set.of(
            "availabilityZoneNames", "subnetSpecs", "subnetStrategy", "natGateways", "tags");
    private static final Set<String> OF_A_SPEC = Set.of("type", "name", "cidrBlocks", "tags");
    /** With any other strategy, as with none, the provider works ranges out and does not read those that are given. */
    private static final Set<String> GIVEN_RANGES = Set.of("Auto", "Exact");

    /** How many NAT gateways there are. */
    enum Gateways {
        NONE,
        SINGLE,
        ONE_PER_AZ,
        /** Not known, or not one that the provider takes. */
        UNCLEAR
    }

    static AwsxVpcArgs of(RegisterResourceRequest request) {
        return new AwsxVpcArgs(withoutNulls(StructDecoder.decode(request.getObject())));
    }

    /** Whether everything is said that the expansion needs, a range for each subnet in each zone, and nothing that it leaves out. */
    boolean complete() {
        return values.keySet().stream().allMatch(name -> OF_THE_VPC.contains(name) || OTHERS.contains(name))
                && values.get("cidrBlock") instanceof Value.Text
                && GIVEN_RANGES.contains(text(values.get("subnetStrategy")))
                && isAbsentOrObject(values.get("tags"))
                && !zones().isEmpty() && !specs().isEmpty() && specs().stream().allMatch(this::complete)
                && (gateways() == Gateways.NONE || gateways() != Gateways.UNCLEAR && has("Public") && has("Private"))
                // IPv6 ranges of subnets follow from the one that the VPC is given.
                && new Value.Bool(false).equals(values.getOrDefault("assignGeneratedIpv6CidrBlock", new Value.Bool(false)));
    }

    private boolean complete(Value spec) {
        Map<String, Value> fields = fields(spec);
        return OF_A_SPEC.containsAll(fields.keySet()) && TYPES.contains(type(spec))
                && !text(fields.get("name")).isEmpty() && isAbsentOrObject(fields.get("tags"))
                && items(fields.get("cidrBlocks")).size() == zones().size();
    }

    private boolean has(String type) {
        return specs().stream().anyMatch(spec -> type(spec).equals(type));
    }

    List<Value> zones() {
        return items(values.get("availabilityZoneNames"));
    }

    List<Value> specs() {
        return items(values.get("subnetSpecs"));
    }

    Gateways gateways() {
        Value given = values.get("natGateways");
        Map<String, Value> fields = fields(given);
        if (!isAbsentOrObject(given) || !Set.of("strategy").containsAll(fields.keySet())) {
            return Gateways.UNCLEAR;
        }
        if (!fields.containsKey("strategy")) {
            return Gateways.ONE_PER_AZ;
        }
        return switch (text(fields.get("strategy")).toLowerCase(Locale.ROOT)) {
            case "none" -> Gateways.NONE;
            case "single" -> Gateways.SINGLE;
            case "oneperaz" -> Gateways.ONE_PER_AZ;
            default -> Gateways.UNCLEAR;
        };
    }

    /** The tags that the program gave the component. */
    Map<String, Value> tags() {
        return fields(values.get("tags"));
    }

    /** The tags that the program gave the subnets of a spec. */
    static Map<String, Value> tags(Value spec) {
        return fields(fields(spec).get("tags"));
    }

    static String type(Value spec) {
        return text(fields(spec).get("type"));
    }

    private static boolean isAbsentOrObject(Value value) {
        return value == null || value instanceof Value.Fields;
    }

    static List<Value> items(Value value) {
        return value instanceof Value.Items list ? list.values() : List.of();
    }

    /** The fields of an object that are not null; none of anything else. */
    static Map<String, Value> fields(Value value) {
        return value instanceof Value.Fields object ? withoutNulls(object.values()) : Map.of();
    }

    static String text(Value value) {
        return value instanceof Value.Text text ? text.value() : "";
    }

    private static Map<String, Value> withoutNulls(Map<String, Value> all) {
        Map<String, Value> out = new LinkedHashMap<>(all);
        out.values().removeIf(Value.Null.class::isInstance);
        return out;
    }
}
