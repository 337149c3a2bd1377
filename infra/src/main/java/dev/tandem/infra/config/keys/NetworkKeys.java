package dev.tandem.infra.config.keys;

import static dev.tandem.infra.config.keys.Key.optional;
import static dev.tandem.infra.config.keys.Key.required;

import dev.tandem.infra.config.keys.Shape.Flag;
import dev.tandem.infra.config.keys.Shape.Listed;
import dev.tandem.infra.config.keys.Shape.Text;
import dev.tandem.infra.config.keys.Shape.Whole;
import java.util.List;

/** The keys of networks and of the pair. */
final class NetworkKeys {

    private static final Text CIDR = new Text("\\d{1,3}(\\.\\d{1,3}){3}/(1[6-9]|2[0-2])");

    static final List<Key> NETWORK = List.of(
            required("cidr", CIDR, "Private IPv4 range of the VPC, /16 to /22, that shares no address with the peer's. Changing it"
                    + " replaces the network.", "10.20.0.0/16").in("CIDR"),
            required("availabilityZones", new Listed(new Text(StackKeys.REGION + "[abc]"), 2, 3),
                    "Two or three zones of the region. Adding one later moves nothing.", "[eu-central-1a, eu-central-1b]")
                    .costs("USD 3.65 for each zone's public IPv4 address of the load balancer"),
            optional("endpointAvailabilityZones", new Whole(1, 3), "Zones in which each interface endpoint has an interface.", "1",
                    "1").costs("USD 8.03 to 8.76 for each endpoint and zone"));

    static final List<Key> PEER = List.of(
            required("region", new Text(StackKeys.REGION), "The other region.", "eu-west-1"),
            required("cidr", CIDR, "Its VPC's range.", "10.30.0.0/16").in("CIDR"),
            required("stack", new Text("[A-Za-z0-9._-]{1,100}"),
                    "Name of its stack, read by the secondary as `<organization>/tandem/<stack>`.", "eu-west-1"),
            optional("required", new Flag(), "While `false`, a primary that is not deployed leaves peering and records out with a"
                    + " note. Set it to `true` once both are, so that a wrong name cannot take them away.", "false", "true"));

    static final List<Key> FAILOVER = List.of(
            required("host", new Text("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)?"),
                    "Label of the public name in `tandem:domain`; `\"\"` is the domain itself.", "api"),
            optional("primaryWeight", new Whole(1, 255), "DNS weight of the primary.", "100", "100"),
            optional("secondaryWeight", new Whole(0, 255),
                    "DNS weight of the secondary; with 0 it answers when the primary is unhealthy.", "0", "0"),
            optional("automatic", new Flag(), "Whether the takeover starts once the primary has not answered for three minutes;"
                    + " `false` leaves it to an operator. Names move in any case.", "true", "true"),
            required("checkPath", new Text("/[A-Za-z0-9/._~-]{0,254}"), "Path under one of the services' paths by which Route 53"
                    + " asks each region whether it serves.", "/api/auth/healthz").costs("USD 2 for each region's check"));

    private NetworkKeys() {}
}
