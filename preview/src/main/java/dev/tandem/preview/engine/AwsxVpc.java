package dev.tandem.preview.engine;

import static dev.tandem.preview.engine.AwsxVpcArgs.fields;
import static dev.tandem.preview.engine.AwsxVpcArgs.items;
import static dev.tandem.preview.engine.AwsxVpcArgs.text;

import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.StructEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest.PropertyDependencies;

/**
 * What the provider {@code awsx} makes of an {@code awsx:ec2:Vpc} whose subnets say their ranges: VPC, internet gateway and, zone
 * by zone, subnet, route table, way out and NAT gateway, in the provider's order and under its names. So a plan of it is judged
 * and priced without the provider. Source: awsx 3.11, {@code awsx/ec2/vpc.ts}.
 */
final class AwsxVpc {

    /** The component's type. */
    static final String TYPE = "awsx:ec2:Vpc";

    private static final String WORLD = "0.0.0.0/0";

    private final RegisterResourceRequest request;
    private final String urn;
    private final Function<RegisterResourceRequest, String> register;
    private final AwsxVpcArgs args;
    private final Map<String, List<String>> outputs = new LinkedHashMap<>();
    private final List<String> gateways = new ArrayList<>();

    private AwsxVpc(RegisterResourceRequest request, String urn, Function<RegisterResourceRequest, String> register) {
        this.request = request;
        this.urn = urn;
        this.register = register;
        this.args = AwsxVpcArgs.of(request);
    }

    /** Whether everything is said that the expansion needs, see {@link AwsxVpcArgs#complete()}. */
    static boolean knows(RegisterResourceRequest request) {
        return request.getRemote() && request.getType().equals(TYPE) && AwsxVpcArgs.of(request).complete();
    }

    /**
     * Registers what is inside.
     *
     * @param urn      the component's
     * @param register registers one resource and says its URN
     * @return outputs of the component, all unknown, with the URNs that each comes from
     */
    static Map<String, List<String>> expand(
            RegisterResourceRequest request, String urn, Function<RegisterResourceRequest, String> register) {
        AwsxVpc vpc = new AwsxVpc(request, urn, register);
        vpc.declare();
        return vpc.outputs;
    }

    private void declare() {
        List.of("publicSubnetIds", "privateSubnetIds", "isolatedSubnetIds", "routeTables").forEach(name ->
                outputs.put(name, new ArrayList<>()));
        String name = request.getName();
        Map<String, Value> own = new LinkedHashMap<>();
        AwsxVpcArgs.OF_THE_VPC.stream().filter(args.values()::containsKey).forEach(key -> own.put(key, args.values().get(key)));
        own.put("tags", shared());
        String vpc = child("aws:ec2/vpc:Vpc", name, urn, own, Map.of());
        outputs.put("vpcId", List.of(vpc));
        String internet = child("aws:ec2/internetGateway:InternetGateway", name, vpc, Map.of("tags", shared()),
                Map.of("vpcId", vpc));
        List<Value> zones = args.zones();
        List<Value> specs = args.specs().stream()
                .sorted(Comparator.comparingInt(spec -> AwsxVpcArgs.TYPES.indexOf(AwsxVpcArgs.type(spec)))).toList();
        for (int zone = 0; zone < zones.size(); zone++) {
            for (Value spec : specs) {
                subnet(spec, zone, zones.get(zone), vpc, internet);
            }
        }
    }

    private void subnet(Value spec, int zone, Value zoneName, String vpc, String internet) {
        String type = AwsxVpcArgs.type(spec);
        String name = request.getName() + "-" + text(fields(spec).get("name")) + "-" + (zone + 1);
        String subnet = child("aws:ec2/subnet:Subnet", name, vpc, Map.of(
                "availabilityZone", zoneName,
                "cidrBlock", items(fields(spec).get("cidrBlocks")).get(zone),
                "mapPublicIpOnLaunch", new Value.Bool(type.equals("Public")),
                "tags", tags(AwsxVpcArgs.tags(spec), name, type)), Map.of("vpcId", vpc));
        String table = child("aws:ec2/routeTable:RouteTable", name, subnet, Map.of("tags", tags(Map.of(), name, type)),
                Map.of("vpcId", vpc));
        child("aws:ec2/routeTableAssociation:RouteTableAssociation", name, table, Map.of(),
                Map.of("routeTableId", table, "subnetId", subnet));
        outputs.get(type.toLowerCase(Locale.ROOT) + "SubnetIds").add(subnet);
        outputs.get("routeTables").add(table);
        Map<String, Value> out = Map.of("destinationCidrBlock", new Value.Text(WORLD));
        if (type.equals("Public")) {
            if (gateways.size() < gatewaysUpTo(zone)) {
                nat(request.getName() + "-" + (zone + 1), subnet);
            }
            child("aws:ec2/route:Route", name, table, out, Map.of("routeTableId", table, "gatewayId", internet));
        } else if (type.equals("Private") && !gateways.isEmpty()) {
            child("aws:ec2/route:Route", name, table, out, Map.of(
                    "routeTableId", table, "natGatewayId", gateways.get(gateways.size() - 1)));
        }
    }

    /** How many NAT gateways there are once a zone, counted from zero, has its own. */
    private int gatewaysUpTo(int zone) {
        return switch (args.gateways()) {
            case SINGLE -> 1;
            case ONE_PER_AZ -> zone + 1;
            default -> 0;
        };
    }

    private void nat(String name, String subnet) {
        String address = child("aws:ec2/eip:Eip", name, subnet, Map.of("tags", tags(Map.of(), name, "")), Map.of());
        gateways.add(child("aws:ec2/natGateway:NatGateway", name, subnet, Map.of("tags", tags(Map.of(), name, "")),
                Map.of("subnetId", subnet, "allocationId", address)));
    }

    /** @param unknown inputs that come from another resource, by name, with its URN */
    private String child(String type, String name, String parent, Map<String, Value> known, Map<String, String> unknown) {
        Map<String, Value> inputs = new LinkedHashMap<>(known);
        RegisterResourceRequest.Builder child = RegisterResourceRequest.newBuilder().setType(type).setName(name)
                .setParent(parent).setCustom(true).setProvider(request.getProvidersMap().getOrDefault("aws", ""));
        unknown.forEach((property, from) -> {
            inputs.put(property, new Value.Unknown());
            child.addDependencies(from).putPropertyDependencies(property, PropertyDependencies.newBuilder().addUrns(from).build());
        });
        return register.apply(child.setObject(StructEncoder.encode(inputs)).build());
    }

    /** Tags of what there is one of: a name that the program gives wins. */
    private Value shared() {
        Map<String, Value> tags = new LinkedHashMap<>(args.tags());
        tags.putIfAbsent("Name", new Value.Text(request.getName()));
        return new Value.Fields(tags);
    }

    /** Tags of what there are several of: each has a name of its own, whatever the program gives. */
    private Value tags(Map<String, Value> own, String name, String type) {
        Map<String, Value> tags = new LinkedHashMap<>(args.tags());
        tags.putAll(own);
        tags.put("Name", new Value.Text(name));
        if (!type.isEmpty()) {
            tags.put("SubnetType", new Value.Text(type));
        }
        return new Value.Fields(tags);
    }
}
