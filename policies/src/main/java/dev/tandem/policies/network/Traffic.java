package dev.tandem.policies.network;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Security groups as a graph: who carries a group, which rules it has, and who is on their other side. */
final class Traffic {

    private static final List<String> CARRIED = List.of("networkConfiguration[0].securityGroups", "securityGroups",
            "vpcSecurityGroupIds", "securityGroupIds", "vpcConfig[0].securityGroupIds");

    private static final List<String> PEERS = List.of("referencedSecurityGroupId", "sourceSecurityGroupId",
            "destinationSecurityGroupId");

    private static final List<String> PREFIX_LISTS = List.of("prefixListId", "prefixListIds", "destinationPrefixListId",
            "sourcePrefixListId");

    private Traffic() {}

    /** A rule of a group, and the resource that says it. */
    record Said(Resource by, GroupRule rule) {

        /** The rule's name for messages. */
        String name() {
            return by.name();
        }

        boolean hasPrefixList() {
            return PREFIX_LISTS.stream().anyMatch(name -> !First.nothing(rule.at().at(name)));
        }
    }

    /** Groups of the stack that a resource certainly carries. */
    static List<Resource> groupsOf(ResourceGraph graph, Resource r) {
        return graph.ofType(GroupRules.GROUP).stream()
                .filter(g -> CARRIED.stream().anyMatch(p -> !First.nothing(r.get(p)) && Links.between(r, p, g) == Link.YES))
                .toList();
    }

    /** Resources that certainly carry a group; rules and groups do not count. */
    static List<Resource> carriers(ResourceGraph graph, Resource group) {
        return graph.all().stream()
                .filter(r -> !Set.of(GroupRules.TYPES).contains(graph.typeOf(r)) && !r.type().startsWith("pulumi:"))
                .filter(r -> groupsOf(graph, r).contains(group))
                .toList();
    }

    /** The rules of a group in one direction, inline or as resources. */
    static List<Said> rules(ResourceGraph graph, Resource group, boolean ingress) {
        List<Said> out = new ArrayList<>();
        for (String type : GroupRules.TYPES) {
            for (Resource r : graph.ofType(type)) {
                boolean ofGroup = r == group || names(r, "securityGroupId", group) || names(r, "groupId", group);
                if (ofGroup && (r == group || !type.equals(GroupRules.GROUP))) {
                    GroupRules.of(r).stream()
                            .filter(rule -> rule.ingress() == ingress)
                            .forEach(rule -> out.add(new Said(r, rule)));
                }
            }
        }
        return out;
    }

    /** Groups of the stack on the other side of a rule. */
    static List<Resource> peers(ResourceGraph graph, Said said) {
        boolean inline = graph.typeOf(said.by()).equals(GroupRules.GROUP);
        String list = said.rule().ingress() ? "ingress" : "egress";
        return graph.ofType(GroupRules.GROUP).stream()
                .filter(g -> g != said.by())
                .filter(g -> inline
                        ? names(said.by(), list, g) || names(said.by(), said.rule().at().path() + ".securityGroups", g)
                        : PEERS.stream().anyMatch(p -> names(said.by(), p, g)))
                .toList();
    }

    private static boolean names(Resource from, String path, Resource group) {
        return !First.nothing(from.get(path)) && Links.between(from, path, group) == Link.YES;
    }
}
