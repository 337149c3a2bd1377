package dev.tandem.policies.network;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/**
 * The default group of every VPC is declared. AWS makes one with each VPC, whose members reach each other on every port and the
 * whole internet; only a declaration takes these rules away. What it declares is judged by {@link DefaultGroupClosed}. Source:
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
public final class DefaultGroupDeclared implements StackCheck {

    private static final String DEFAULT_VPC = "aws:ec2/defaultVpc:DefaultVpc";

    @Override
    public void check(StackContext context) {
        List<Resource> groups = context.graph().ofType(GroupRules.DEFAULT_GROUP);
        for (String type : List.of("aws:ec2/vpc:Vpc", DEFAULT_VPC)) {
            context.each(context.graph().ofType(type), vpc -> {
                Link best = Links.strongest(groups, group -> link(group, vpc, type.equals(DEFAULT_VPC)));
                Links.required(context, vpc, best, "nothing takes the rules of the VPC's default group away, by which its members reach"
                        + " each other and the internet: found no DefaultSecurityGroup, expected one without rules",
                        "a default group is declared, of which VPC cannot be told");
            });
        }
    }

    /** A declaration that names no VPC is about the account's default one. */
    private static Link link(Resource group, Resource vpc, boolean ofAccount) {
        if (First.nothing(group.get("vpcId"))) {
            return ofAccount ? Link.YES : Link.NO;
        }
        return Links.between(group, "vpcId", vpc);
    }
}
