package dev.tandem.policies.network;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.util.ArrayList;
import java.util.List;

/** Finds the rules of security groups: inline, in rule resources of every kind, in the default group. */
public final class GroupRules {

    public static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
    public static final String DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    public static final String RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
    public static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    public static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    /** Every type that says a rule. */
    public static final String[] TYPES = {GROUP, DEFAULT_GROUP, RULE, INGRESS, EGRESS};

    private GroupRules() {}

    /**
     * The rules that a resource says; what only the provider predicts of a group without inline rules is none. A rule list that is unknown gives one rule whose every part is unknown.
     *
     * @throws dev.tandem.policy.model.UndecidedException when the direction of a rule resource is unknown
     */
    public static List<GroupRule> of(Resource resource) {
        List<GroupRule> out = new ArrayList<>();
        switch (AwsTypes.canonical(resource.type())) {
            case GROUP, DEFAULT_GROUP -> {
                inline(resource, true, out, "ingress", "securityGroupIngress");
                inline(resource, false, out, "egress", "securityGroupEgress");
            }
            case RULE -> out.add(rule(resource.get("type").is("ingress"), resource.properties()));
            case INGRESS -> out.add(rule(true, resource.properties()));
            case EGRESS -> out.add(rule(false, resource.properties()));
            default -> { }
        }
        return out;
    }

    private static void inline(Resource resource, boolean ingress, List<GroupRule> into, String... names) {
        Property list = Declared.of(resource, names);
        if (list.isUnknown()) {
            into.add(rule(ingress, list));
        } else {
            list.items().forEach(item -> into.add(rule(ingress, item)));
        }
    }

    private static GroupRule rule(boolean ingress, Property at) {
        List<Property> cidrs = new ArrayList<>();
        for (String name : List.of("cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6", "cidrIp")) {
            Property p = at.at(name);
            if (p.isUnknown()) {
                cidrs.add(p);
            } else {
                p.items().stream().filter(range -> !First.nothing(range)).forEach(cidrs::add);
            }
        }
        return new GroupRule(
                ingress, at, First.of(at, "protocol", "ipProtocol"), at.at("fromPort"), at.at("toPort"), cidrs);
    }
}
