package dev.tandem.e2e.awsx;

import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValue.ValueType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a program asks of {@code awsx:ec2:Vpc}. Only what is used of it is known, and anything else is refused, so that a test never
 * passes for something that was not looked at.
 *
 * @param cidr  of the VPC
 * @param zones names of availability zones
 * @param specs a subnet of each in each zone, in the order in which they are made
 * @param nat   {@code none}, {@code single} or {@code oneperaz}
 */
record VpcArguments(String cidr, List<String> zones, List<Spec> specs, String nat, boolean hostnames, boolean support) {

    private static final List<String> TYPES = List.of("Public", "Private", "Isolated");

    private static final Set<String> KNOWN = Set.of("cidrBlock", "availabilityZoneNames", "subnetStrategy", "subnetSpecs",
            "natGateways", "enableDnsHostnames", "enableDnsSupport");

    /** Subnets of one type. @param cidrs a range in each zone */
    record Spec(String type, String name, List<String> cidrs) {}

    /** @throws IllegalArgumentException when something is not known, missing or does not go together */
    static VpcArguments of(Map<String, PropertyValue> inputs) {
        Set<String> unknown = new TreeSet<>(inputs.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty() || !"Auto".equals(bare(inputs.get("subnetStrategy")).getStringValue())) {
            throw new IllegalArgumentException("the simulated awsx provider got " + inputs.keySet() + ", expected no more than "
                    + new TreeSet<>(KNOWN) + " and subnetStrategy Auto");
        }
        VpcArguments made = new VpcArguments(bare(inputs.get("cidrBlock")).getStringValue(), texts(inputs.get("availabilityZoneNames")),
                list(inputs.get("subnetSpecs")).stream().map(spec -> spec(bare(spec).getObjectValue()))
                        .sorted(Comparator.comparingInt(spec -> TYPES.indexOf(spec.type()))).toList(),
                bare(bare(inputs.get("natGateways")).getObjectValue().get("strategy")).getStringValue().toLowerCase(Locale.ROOT),
                bare(inputs.get("enableDnsHostnames")).getBooleanValue(), bare(inputs.get("enableDnsSupport")).getBooleanValue());
        made.specs.stream().filter(spec -> !TYPES.contains(spec.type()) || spec.cidrs().size() != made.zones.size()).findFirst()
                .ifPresent(spec -> {
                    throw new IllegalArgumentException("awsx got " + spec + ", expected a type of " + TYPES + " and a range for each of "
                            + made.zones);
                });
        return made;
    }

    private static Spec spec(Map<String, PropertyValue> fields) {
        return new Spec(bare(fields.get("type")).getStringValue(), bare(fields.get("name")).getStringValue(), texts(fields.get("cidrBlocks")));
    }

    private static List<String> texts(PropertyValue value) {
        return list(value).stream().map(one -> bare(one).getStringValue()).toList();
    }

    private static List<PropertyValue> list(PropertyValue value) {
        return bare(value).getArrayValue();
    }

    /** A value out of the wrappers that say where it comes from. */
    private static PropertyValue bare(PropertyValue value) {
        if (value == null) {
            throw new IllegalArgumentException("the simulated awsx provider misses an argument, expected all of " + new TreeSet<>(KNOWN));
        }
        return value.getType() == ValueType.OUTPUT ? bare(value.getOutputValue().getValue()) : value;
    }
}
