package dev.tandem.infra.config.keys;

import static dev.tandem.infra.config.keys.Key.optional;
import static dev.tandem.infra.config.keys.Key.required;

import dev.tandem.components.network.Egress;
import dev.tandem.components.network.NetworkModule;
import dev.tandem.infra.config.keys.Shape.Flag;
import dev.tandem.infra.config.keys.Shape.Keyed;
import dev.tandem.infra.config.keys.Shape.Listed;
import dev.tandem.infra.config.keys.Shape.Named;
import dev.tandem.infra.config.keys.Shape.OneOf;
import dev.tandem.infra.config.keys.Shape.Text;
import dev.tandem.infra.config.keys.Shape.Whole;
import java.util.List;

/** The keys of networks and of the pair. */
final class NetworkKeys {

    private static final Text CIDR = new Text("\\d{1,3}(\\.\\d{1,3}){3}/(1[6-9]|2[0-2])");

    private static final Text SUBNET = new Text(Patterns.SUBNET);
    private static final Text PREFIXES = new Text(Patterns.PREFIX_LIST);

    static final List<Key> NETWORK = List.of(
            required("cidr", CIDR, "Private IPv4 range of the VPC, /16 to /22, that shares no address with the peer's. Changing it"
                    + " replaces the network.", "10.20.0.0/16").in("CIDR").free(),
            required("availabilityZones", new Listed(new Text(StackKeys.REGION + "[abc]"), 2, 3),
                    "Two or three zones of the region. Adding one later moves nothing.", "[eu-central-1a, eu-central-1b]")
                    .costs("USD 3.65 for each zone's public IPv4 address of the load balancer"),
            optional("endpointAvailabilityZones", new Whole(1, 3), "Zones in which each interface endpoint has an interface.", "1",
                    "1").in("zones").costs("USD 8.03 to 8.76 for each endpoint and zone"),
            optional("egress", new OneOf(Egress.texts()), "How tasks reach AWS:"
                    + " docs/network.md has who is served by which, and what a month costs.", "endpoints", "nat-single")
                    .costs("USD 35.09 for `endpoints`, 52.61 for `isolated` with a queue, 41.61 for `nat-single`, twice that for"
                            + " `nat-per-az` in two zones"),
            optional("dataSubnets", new Flag(), "Whether each zone has a subnet for databases, with no route out.", "false",
                    "true").free(),
            optional("module", new OneOf(NetworkModule.texts()), "Whose component makes the network: `awsx` is `awsx.ec2.Vpc`,"
                    + " which has no IPv6 and so another `egress` than `endpoints`. Changing it replaces the network.", "tandem",
                    "awsx").costs("that of its `egress`"));

    /** A VPC that is there. */
    static final List<Key> EXISTING = List.of(
            required("vpcId", new Text(Patterns.VPC), "The VPC; `tandem:network.cidr` is its range.", "vpc-0a1b2c3d4e5f60718")
                    .costs("saves the NAT gateways of `egress`, which its owner has"),
            required("privateSubnets", new Named(StackKeys.REGION + "[abc]", new Keyed(List.of(
                            required("id", SUBNET, "The subnet.", "subnet-0a1b2c3d").free(),
                            required("cidr", new Text("\\d{1,3}(\\.\\d{1,3}){3}/(1[6-9]|2[0-8])"), "Its range.", "10.20.0.0/20")
                                    .in("CIDR").free(),
                            required("routeTableId", new Text(Patterns.ROUTE_TABLE), "Its route table; peering adds a route.",
                                    "rtb-0a1b2c3d").free()))),
                    "A subnet for tasks in each of `tandem:network.availabilityZones`.",
                    "{eu-central-1a: {id: subnet-0a1b2c3d, cidr: 10.20.0.0/20, routeTableId: rtb-0a1b2c3d}}").free(),
            required("publicSubnets", new Named(StackKeys.REGION + "[abc]", SUBNET),
                    "A subnet for the load balancer in each of the zones.", "{eu-central-1a: subnet-1a2b3c4d}").free(),
            optional("endpoints", new Keyed(List.of(
                            required("securityGroupId", new Text(Patterns.SECURITY_GROUP), "Group of the interface endpoints.",
                                    "sg-0a1b2c3d").free(),
                            required("s3PrefixListId", PREFIXES, "AWS's prefix list of S3 in the region.", "pl-6ea54007").free(),
                            required("dynamodbPrefixListId", PREFIXES, "That of DynamoDB.", "pl-66a5400f").free())),
                    "Its endpoints for ecr.api, ecr.dkr, logs and ssm with private DNS, and gateways for S3 and DynamoDB; without"
                            + " it the stack makes them.", "",
                    "{securityGroupId: sg-0a1b2c3d, s3PrefixListId: pl-6ea54007, dynamodbPrefixListId: pl-66a5400f}")
                    .costs("saves the endpoints"));

    static final List<Key> PEER = List.of(
            required("region", new Text(StackKeys.REGION), "The other region.", "eu-west-1")
                    .costs("USD 0.02 for each GB between the regions"),
            required("cidr", CIDR, "Its VPC's range.", "10.30.0.0/16").in("CIDR").free(),
            required("stack", new Text(Patterns.STACK),
                    "Name of its stack, read by the secondary as `<organization>/tandem/<stack>`.", "eu-west-1").free(),
            optional("required", new Flag(), "While `false`, a primary that is not deployed leaves peering and records out with a"
                    + " note. Set it to `true` once both are, so that a wrong name cannot take them away.", "false", "true").free());

    static final List<Key> FAILOVER = List.of(
            required("host", new Text(Patterns.HOST),
                    "Label of the public name in `tandem:domain`; `\"\"` is the domain itself.", "api").free(),
            optional("primaryWeight", new Whole(1, 255), "DNS weight of the primary.", "100", "100").free().in("DNS weight"),
            optional("secondaryWeight", new Whole(0, 255),
                    "DNS weight of the secondary; with 0 it answers when the primary is unhealthy.", "0", "0").free().in("DNS weight"),
            optional("automatic", new Flag(), "Whether the takeover starts once the primary has not answered for three minutes;"
                    + " `false` leaves it to an operator. Names move in any case.", "true", "true").free(),
            required("checkPath", new Text(Patterns.CHECK_PATH), "Path under one of the services' paths by which Route 53"
                    + " asks each region whether it serves.", "/api/auth/healthz").costs("USD 2 for each region's check"));

    private NetworkKeys() {}
}
