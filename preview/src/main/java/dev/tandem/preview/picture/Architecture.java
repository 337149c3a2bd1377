package dev.tandem.preview.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one stack builds, drawn from its plan alone. Immutable.
 *
 * @param networks the VPCs with their subnets
 * @param nodes what takes or starts connections, and what lies outside
 * @param edges who may talk to whom, as security groups and routes of listeners say it
 * @param regional stores and keys that belong to no single service
 */
public record Architecture(List<Network> networks, List<Node> nodes, List<Edge> edges, List<Part> regional) {

    /** Nothing to draw. */
    public static final Architecture EMPTY = new Architecture(List.of(), List.of(), List.of(), List.of());

    public Architecture {
        networks = List.copyOf(networks);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        regional = List.copyOf(regional);
    }

    /** Whether there is anything to draw. */
    public boolean isEmpty() {
        return networks.isEmpty() && nodes.isEmpty() && regional.isEmpty();
    }

    /** The node of an edge's end. */
    public Optional<Node> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /** The nodes of one kind. */
    public List<Node> nodes(Kind kind) {
        return nodes.stream().filter(n -> n.kind() == kind).toList();
    }

    /** The same with every text that people wrote passed through {@code clean}. */
    public Architecture cleaned(UnaryOperator<String> clean) {
        return new Architecture(networks,
                nodes.stream().map(n -> new Node(n.id(), n.kind(), clean.apply(n.label()),
                        n.lines().stream().map(clean).toList(), n.parts())).toList(),
                edges.stream().map(e -> new Edge(e.from(), e.to(), e.port(), clean.apply(e.why()))).toList(),
                regional);
    }

    /** What a node is; in the order in which a request meets them. */
    public enum Kind {
        /** Everybody. */
        INTERNET,
        /** Address ranges outside of the network, such as the other region's. */
        PEER,
        /** A load balancer. */
        LOAD_BALANCER,
        /** A service of tasks. */
        SERVICE,
        /** A function in the network. */
        FUNCTION,
        /** A database or cache in the network. */
        DATABASE,
        /** The private way to a service of AWS. */
        ENDPOINT
    }

    /**
     * A VPC.
     *
     * @param cidr its addresses, CIDR; empty when unknown
     * @param subnets in the order of their names
     * @param ways out of it: gateways, by name of what they are
     */
    public record Network(String id, String label, String cidr, List<Subnet> subnets, List<String> ways) {
        public Network {
            subnets = List.copyOf(subnets);
            ways = List.copyOf(ways);
        }
    }

    /** A subnet; isPublic when its routes lead to an internet gateway. CIDR and zone may be empty. */
    public record Subnet(String label, String cidr, String zone, boolean isPublic) {}

    /**
     * What takes or starts connections.
     *
     * @param id unique in this picture
     * @param lines what to say below the label, such as the number of tasks
     * @param parts containers of its tasks, and the data that it owns
     */
    public record Node(String id, Kind kind, String label, List<String> lines, List<Part> parts) {
        public Node {
            lines = List.copyOf(lines);
            parts = List.copyOf(parts);
        }
    }

    /** Something inside of a node or beside them; type is a word such as {@code container} or {@code table}. */
    public record Part(String type, String label) {}

    /**
     * One may connect to another.
     *
     * @param from id of a node
     * @param to id of a node
     * @param port such as {@code tcp 443} or {@code all ports}
     * @param why the rule's own description, or its name
     */
    public record Edge(String from, String to, String port, String why) {}
}
