package dev.tandem.preview.picture;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.preview.picture.Architecture.Edge;
import dev.tandem.preview.picture.Architecture.Kind;
import dev.tandem.preview.picture.Architecture.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may talk to whom: the rules of security groups, between those that use the groups. Both sides of a connection are
 * read, and one is enough: a picture shows what somebody meant to allow.
 */
final class Traffic {

    private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
    private static final List<String> USES = List.of(
            "securityGroups", "securityGroupIds", "networkConfiguration", "vpcConfig", "vpcSecurityGroupIds");
    private static final String WORLD = "world";

    private final ResourceGraph graph;
    private final Map<String, List<String>> nodesByGroup = new HashMap<>();
    private final Set<String> ownRanges = new HashSet<>();
    private final Map<String, Node> outside = new LinkedHashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();

    /** @param nodes URNs of what is drawn */
    Traffic(ResourceGraph graph, List<String> nodes) {
        this.graph = graph;
        nodes.forEach(urn -> USES.stream()
                .flatMap(use -> graph.referenced(graph.find(urn).orElseThrow(), use).stream())
                .filter(r -> graph.typeOf(r).equals(GROUP)).map(Resource::urn).distinct()
                .forEach(group -> nodesByGroup.computeIfAbsent(group, k -> new ArrayList<>()).add(urn)));
        Stream.of("aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet").flatMap(type -> graph.ofType(type).stream())
                .forEach(r -> ranges(r.get("cidrBlock")).forEach(ownRanges::add));
    }

    /** Adds what a resource allows; most allow nothing. */
    void read(Resource r) {
        switch (graph.typeOf(r)) {
            case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" -> rule(r, true);
            case "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule" -> rule(r, false);
            case "aws:ec2/securityGroupRule:SecurityGroupRule" -> rule(r, "ingress".equals(r.get("type").stringOr("")));
            case GROUP -> {
                inline(r, "ingress", true);
                inline(r, "egress", false);
            }
            default -> { }
        }
    }

    private void rule(Resource r, boolean ingress) {
        List<String> own = graph.referenced(r, "securityGroupId").stream().flatMap(this::users).toList();
        List<String> others = new ArrayList<>();
        Stream.of("referencedSecurityGroupId", "sourceSecurityGroupId")
                .flatMap(p -> graph.referenced(r, p).stream()).flatMap(this::users).forEach(others::add);
        Stream.of("prefixListId", "prefixListIds").flatMap(p -> graph.referenced(r, p).stream())
                .map(Resource::urn).forEach(others::add);
        Stream.of("cidrIpv4", "cidrIpv6", "cidrBlocks", "ipv6CidrBlocks")
                .flatMap(p -> ranges(r.get(p))).forEach(range -> beyond(range).ifPresent(others::add));
        connect(own, others, ingress, port(r.properties(), "ipProtocol"), why(r.properties(), r.name()));
    }

    /** Rules inside of a group's own resource name other groups in a list; all that the property came from are meant. */
    private void inline(Resource group, String property, boolean ingress) {
        for (Property rule : Tasks.read(() -> Optional.of(group.all(property + "[*]"))).orElse(List.of())) {
            List<String> others = new ArrayList<>();
            Stream.of("cidrBlocks", "ipv6CidrBlocks")
                    .flatMap(p -> ranges(rule.key(p))).forEach(range -> beyond(range).ifPresent(others::add));
            if (!rule.key("securityGroups").isMissing()) {
                graph.referenced(group, property).stream().flatMap(this::users).forEach(others::add);
            }
            connect(users(group).toList(), others, ingress, port(rule, "protocol"), why(rule, group.name()));
        }
    }

    private void connect(List<String> own, List<String> others, boolean ingress, String port, String why) {
        for (String mine : own) {
            for (String other : others) {
                Edge edge = ingress ? new Edge(other, mine, port, why) : new Edge(mine, other, port, why);
                edges.putIfAbsent(edge.from() + '\0' + edge.to() + '\0' + port, edge);
            }
        }
    }

    private Stream<String> users(Resource group) {
        return nodesByGroup.getOrDefault(group.urn(), List.of()).stream();
    }

    /** The node of a range; none for a range of the network itself, whose members are known by their groups. */
    private Optional<String> beyond(String range) {
        if (ownRanges.contains(range)) {
            return Optional.empty();
        }
        boolean world = range.equals("0.0.0.0/0") || range.equals("::/0");
        String id = world ? WORLD : range;
        outside.computeIfAbsent(id, k -> new Node(id, world ? Kind.INTERNET : Kind.PEER, world ? "Internet" : range,
                List.of(), List.of()));
        return Optional.of(id);
    }

    private static Stream<String> ranges(Property property) {
        return Tasks.read(() -> Optional.of(property.strings())).orElse(List.of()).stream();
    }

    private static String port(Property rule, String protocolName) {
        return Tasks.read(() -> {
            String protocol = rule.key(protocolName).stringOr("-1");
            long from = rule.key("fromPort").integerOr(-1);
            long to = rule.key("toPort").integerOr(from);
            return Optional.of(protocol.equals("-1") ? "all ports"
                    : protocol + (from < 0 ? "" : " " + from + (to == from ? "" : "-" + to)));
        }).orElse("ports not known yet");
    }

    private static String why(Property rule, String otherwise) {
        return Tasks.read(() -> rule.key("description").string()).orElse(otherwise);
    }

    /** What lies outside, as far as a rule names it. */
    List<Node> outside() {
        return List.copyOf(outside.values());
    }

    /** Sorted; both ends are nodes. */
    List<Edge> edges() {
        return edges.values().stream()
                .sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::port)).toList();
    }
}
