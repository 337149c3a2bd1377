package dev.tandem.policies.network;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
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
     */
    public record Hop(Optional<Resource> from, String name, String rule) {}

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
                hops.add(new Hop(Optional.empty(), World.isWorld(cidr) ? INTERNET : cidr, said.name()));
            }
        }
        for (Resource peer : Traffic.peers(graph, said)) {
            for (Resource carrier : carriers.computeIfAbsent(peer, p -> Traffic.carriers(graph, p))) {
                if (carrier != target) {
                    hops.add(new Hop(Optional.of(carrier), carrier.name(), said.name()));
                }
            }
        }
    }

    /**
     * The shortest chain from everything that can reach a resource, by the name where it begins, nearest first.
     *
     * @return from the beginning to the resource: {@code the internet → lb (lb-https) → orders (orders-mesh)}
     */
    public Map<String, String> chains(Resource target) {
        Map<String, String> out = new LinkedHashMap<>();
        Map<Resource, String> open = new LinkedHashMap<>(Map.of(target, ""));
        Set<Resource> seen = new HashSet<>(open.keySet());
        for (int length = 1; length <= LONGEST && !open.isEmpty(); length++) {
            Map<Resource, String> next = new LinkedHashMap<>();
            open.forEach((here, after) -> into(here).forEach(hop -> {
                String tail = " → " + here.name() + " (" + hop.rule() + ")" + after;
                if (hop.from().isEmpty() || hop.from().get() != target) {
                    out.putIfAbsent(hop.name(), hop.name() + tail);
                }
                if (hop.from().isPresent() && seen.add(hop.from().get())) {
                    next.put(hop.from().get(), tail);
                }
            }));
            open = next;
        }
        return out;
    }

    /** How many hops a chain has. */
    static int length(String chain) {
        return chain.split(" → ", -1).length - 1;
    }

    /**
     * What can reach each service, database and endpoint of the graph, as text for people: the target's type and name, and a
     * line for each beginning.
     */
    public String report() {
        StringBuilder out = new StringBuilder();
        for (Resource target : graph.all()) {
            Map<String, String> chains = TARGETS.contains(graph.typeOf(target)) ? chains(target) : Map.of();
            if (!chains.isEmpty()) {
                out.append(graph.typeOf(target).replaceAll(".*:", "")).append(' ').append(target.name()).append(" is reached by\n");
                chains.values().forEach(chain -> out.append("  ").append(chain).append('\n'));
            }
        }
        return out.toString();
    }

    private static final Set<String> TARGETS = Stream.concat(
            Stream.of("aws:ecs/service:Service", "aws:ec2/vpcEndpoint:VpcEndpoint", "aws:lambda/function:Function",
                    "aws:ec2/instance:Instance", "aws:lb/loadBalancer:LoadBalancer"),
            DatabaseOwners.TYPES.stream()).collect(Collectors.toUnmodifiableSet());
}
