package dev.tandem.components.service;

import dev.tandem.components.network.Egress;
import dev.tandem.components.network.MeshPorts;
import dev.tandem.components.service.TrafficEdge.Direction;
import dev.tandem.components.service.TrafficEdge.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may reach a service and what it may reach, as plain data. Pure. */
public final class SecurityGroupPlan {

    private static final int HTTPS = 443;

    private SecurityGroupPlan() {}

    /**
     * The edges of a service that concern no other service of its region.
     *
     * @param egress how the region's tasks reach AWS
     * @return load balancer (when it has a path), endpoints, gateways, and the other region (when there is a pair)
     */
    public static List<TrafficEdge> own(MeshServiceArgs args, Egress egress) {
        List<TrafficEdge> edges = new ArrayList<>();
        args.path().ifPresent(path -> edges.add(new TrafficEdge(Direction.INGRESS, MeshPorts.EDGE, Peer.LOAD_BALANCER, "",
                "Requests for " + path + " from the load balancer to the edge listener")));
        if (egress.endpoints()) {
            edges.add(new TrafficEdge(Direction.EGRESS, HTTPS, Peer.ENDPOINTS, "",
                    "Image pulls, logs and parameters through the interface endpoints"));
        }
        edges.add(new TrafficEdge(Direction.EGRESS, HTTPS, Peer.S3, "", "Image layers through the S3 gateway endpoint"));
        edges.add(new TrafficEdge(Direction.EGRESS, HTTPS, Peer.DYNAMODB, "",
                "Tables through the DynamoDB gateway endpoint"));
        if (egress.ipv6Out()) {
            edges.add(new TrafficEdge(Direction.EGRESS, HTTPS, Peer.IPV6_OUT, "",
                    "Other AWS APIs over IPv6 through the egress-only gateway"));
        }
        if (egress.nat()) {
            edges.add(new TrafficEdge(Direction.EGRESS, HTTPS, Peer.IPV4_OUT, "", "AWS APIs through the NAT gateway"));
        }
        args.peerCidr().ifPresent(cidr -> {
            edges.add(new TrafficEdge(Direction.INGRESS, MeshPorts.MESH, Peer.OTHER_REGION, cidr,
                    "Mesh calls from the other region through the peering"));
            edges.add(new TrafficEdge(Direction.EGRESS, MeshPorts.MESH, Peer.OTHER_REGION, cidr,
                    "Mesh calls to the other region through the peering"));
        });
        return List.copyOf(edges);
    }

    /** The edge at the called service: its mesh port, from one declared caller. */
    public static TrafficEdge calledBy(String caller) {
        return new TrafficEdge(Direction.INGRESS, MeshPorts.MESH, Peer.SERVICE, caller, "Mesh calls from " + caller);
    }

    /** The edge at the calling service: to the mesh port of one service that declared it as caller. */
    public static TrafficEdge calls(String callee) {
        return new TrafficEdge(Direction.EGRESS, MeshPorts.MESH, Peer.SERVICE, callee, "Mesh calls to " + callee);
    }

    /**
     * Who calls whom in a region.
     *
     * @param callersByService declared callers by service name
     * @return called services by caller, sorted; exactly the declared pairs, reversed
     * @throws IllegalArgumentException when a declared caller is no service of the region
     */
    public static Map<String, List<String>> calleesByCaller(Map<String, List<String>> callersByService) {
        Map<String, List<String>> callees = new TreeMap<>();
        new TreeMap<>(callersByService).forEach((service, callers) -> new TreeSet<>(callers).forEach(caller -> {
            if (!callersByService.containsKey(caller)) {
                throw new IllegalArgumentException("service " + service + " names the caller \"" + caller
                        + "\", which is no service of this region: expected one of "
                        + new TreeSet<>(callersByService.keySet()));
            }
            callees.computeIfAbsent(caller, key -> new ArrayList<>()).add(service);
        }));
        return callees;
    }
}
