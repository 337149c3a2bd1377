package dev.tandem.preview.picture;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.preview.picture.Architecture.Kind;
import dev.tandem.preview.picture.Architecture.Node;
import dev.tandem.preview.picture.Architecture.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a picture from a plan, in previews too: unknown ids are followed along the properties that they come from. */
public final class ArchitectureReader {

    /** What stands in the network and is shown as a box of its own, by type. */
    private static final Map<String, Kind> KINDS = Map.of(
            "aws:lb/loadBalancer:LoadBalancer", Kind.LOAD_BALANCER,
            "aws:alb/loadBalancer:LoadBalancer", Kind.LOAD_BALANCER,
            "aws:ecs/service:Service", Kind.SERVICE,
            "aws:lambda/function:Function", Kind.FUNCTION,
            "aws:rds/cluster:Cluster", Kind.DATABASE,
            "aws:rds/instance:Instance", Kind.DATABASE,
            "aws:elasticache/replicationGroup:ReplicationGroup", Kind.DATABASE,
            "aws:ec2/vpcEndpoint:VpcEndpoint", Kind.ENDPOINT);

    private ArchitectureReader() {}

    /** The picture of these resources; stable in its order. */
    public static Architecture read(Collection<Resource> resources) {
        ResourceGraph graph = ResourceGraph.of(resources);
        List<Resource> sorted = graph.all().stream().sorted(Comparator.comparing(Resource::urn)).toList();
        Set<String> drawn = new HashSet<>();
        List<Node> nodes = new ArrayList<>();
        for (Resource r : sorted) {
            Kind kind = KINDS.get(graph.typeOf(r));
            if (kind != null && isInNetwork(r, kind) && drawn.add(r.urn())) {
                nodes.add(node(graph, r, kind, drawn));
            }
        }
        Traffic traffic = new Traffic(graph, nodes.stream().map(Node::id).toList());
        sorted.forEach(traffic::read);
        nodes.addAll(traffic.outside());
        nodes.sort(Comparator.comparing(Node::kind).thenComparing(Node::label).thenComparing(Node::id));
        List<Part> regional = sorted.stream().filter(r -> !drawn.contains(r.urn()))
                .flatMap(r -> Stores.part(graph.typeOf(r), r.name()).stream()).toList();
        return new Architecture(Networks.read(graph, sorted), nodes, traffic.edges(), regional);
    }

    /** A function without a network of its own runs in one of AWS: no subnet and no security group knows it. */
    private static boolean isInNetwork(Resource r, Kind kind) {
        return kind != Kind.FUNCTION || !r.get("vpcConfig").isMissing();
    }

    private static Node node(ResourceGraph graph, Resource r, Kind kind, Set<String> drawn) {
        return switch (kind) {
            case SERVICE -> new Node(r.urn(), kind, r.name(), Tasks.lines(graph, r), withOwned(graph, r, drawn));
            case ENDPOINT -> new Node(r.urn(), kind, Endpoint.label(r), Endpoint.lines(r), List.of());
            case LOAD_BALANCER -> new Node(r.urn(), kind, r.name(),
                    List.of(r.get("internal").boolOr(false) ? "internal" : "open to the internet"), List.of());
            default -> new Node(r.urn(), kind, r.name(), List.of(), List.of());
        };
    }

    /** Containers, then what the same component declares and keeps data in: a service owns its data. */
    private static List<Part> withOwned(ResourceGraph graph, Resource service, Set<String> drawn) {
        List<Part> parts = new ArrayList<>(Tasks.containers(graph, service));
        graph.parentOf(service).filter(p -> !p.type().startsWith("pulumi:")).map(graph::children).orElse(List.of()).stream()
                .sorted(Comparator.comparing(Resource::type).thenComparing(Resource::name))
                .forEach(sibling -> Stores.part(graph.typeOf(sibling), sibling.name())
                        .filter(part -> drawn.add(sibling.urn()))
                        .ifPresent(parts::add));
        return parts;
    }
}
