package dev.tandem.policies.network;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.UnknownValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can reach what, hop by hop, by security groups: a rule lets everything that carries the group on its other side, or
 * has an address in its range, open connections to whatever carries the rule's own group. Ports are not followed from hop
 * to hop, since what answers on one port may call on another. Only certain links count, so that a chain is never a guess.
 * Made for one graph, and not thread-safe.
 */
public final class Reach {

    /** What stands for addresses that are nobody's in particular. */
    public static final String INTERNET = "the internet";

    private static final int LONGEST = 6;
    private final ResourceGraph graph;
    private final Map<Resource, List<Hop>> into = new HashMap<>();
    private final Map<Resource, List<Resource>> carriers = new HashMap<>();

    /** An empty answer book for a graph. */
    public Reach(ResourceGraph graph) {
        this.graph = graph;
    }

    /**
     * One step.
     *
     * @param from who opens connections; empty for a range
     * @param name its name, a CIDR or {@link #INTERNET}
     * @param rule the name of the rule that allows it
     * @param ports protocol and ports; {@code ?} when not known yet
     */
    public record Hop(Optional<Resource> from, String name, String rule, String ports) {}

    /** Who may open connections to a resource, through which rules. */
    public List<Hop> into(Resource target) {
        List<Hop> known = into.get(target);
        if (known == null) {
            known = new ArrayList<>();
            for (Resource group : Traffic.groupsOf(graph, target)) {
                for (Traffic.Said said : Traffic.rules(graph, group, true)) {
                    add(known, target, said);
                }
            }
            into.put(target, known);
        }
        return known;
    }

    private void add(List<Hop> hops, Resource target, Traffic.Said said) {
        for (Property range : said.rule().cidrs()) {
            if (range.isKnown()) {
                String cidr = range.stringOr("");
                hops.add(new Hop(Optional.empty(), World.isWorld(cidr) ? INTERNET : cidr, said.name(), ports(said)));
            }
        }
        for (Resource peer : Traffic.peers(graph, said)) {
            for (Resource carrier : carriers.computeIfAbsent(peer, p -> Traffic.carriers(graph, p))) {
                if (carrier != target) {
                    hops.add(new Hop(Optional.of(carrier), carrier.name(), said.name(), ports(said)));
                }
            }
        }
    }

    private static String ports(Traffic.Said said) {
        try {
            return said.rule().ports();
        } catch (UnknownValueException e) {
            return "?";
        }
    }

    /**
     * The shortest chain from everything that can reach a resource, by the name where it begins, nearest first.
     *
     * @return from the beginning to the resource: {@code the internet → lb (lb-https) → orders (orders-mesh)}
     */
    public Map<String, String> chains(Resource target) {
        Map<String, String> out = new LinkedHashMap<>();
        ways(target).forEach(way -> out.put(way.from(), way.chain()));
        return out;
    }

    /** The shortest way from everything that can reach a resource, nearest first. */
    public List<Way> ways(Resource target) {
        Map<String, Way> out = new LinkedHashMap<>();
        Map<Resource, List<Way.Step>> open = new LinkedHashMap<>(Map.of(target, List.of()));
        Set<Resource> seen = new HashSet<>(open.keySet());
        for (int length = 1; length <= LONGEST && !open.isEmpty(); length++) {
            Map<Resource, List<Way.Step>> next = new LinkedHashMap<>();
            open.forEach((here, after) -> into(here).forEach(hop -> {
                List<Way.By> by = into(here).stream().filter(h -> h.from().equals(hop.from()) && h.name().equals(hop.name()))
                        .map(h -> new Way.By(h.rule(), h.ports())).distinct().toList();
                List<Way.Step> tail = new ArrayList<>(List.of(new Way.Step(here.name(), by)));
                tail.addAll(after);
                if (hop.from().isEmpty() || hop.from().get() != target) {
                    out.putIfAbsent(hop.name(), new Way(hop.name(), tail));
                }
                if (hop.from().isPresent() && seen.add(hop.from().get())) {
                    next.put(hop.from().get(), tail);
                }
            }));
            open = next;
        }
        return List.copyOf(out.values());
    }

    /** How many hops a chain has. */
    static int length(String chain) {
        return chain.split(" → ", -1).length - 1;
    }

    /** What answers connections and carries a security group of the stack: services, machines, databases, endpoints, balancers. */
    public List<Resource> targets() {
        return graph.all().stream()
                .filter(r -> TARGETS.contains(graph.typeOf(r)) && !Traffic.groupsOf(graph, r).isEmpty()).toList();
    }

    private static final Set<String> TARGETS = Stream.concat(
            Stream.of("aws:ecs/service:Service", "aws:ec2/vpcEndpoint:VpcEndpoint", "aws:lambda/function:Function",
                    "aws:ec2/instance:Instance", "aws:lb/loadBalancer:LoadBalancer"),
            DatabaseOwners.TYPES.stream()).collect(Collectors.toUnmodifiableSet());
}
