package dev.tandem.policies.network;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/** A network ACL guards a subnet: one that guards none gives a rest that nobody has. */
public final class UsedAcls implements StackCheck {

    private static final List<String> ASSOCIATIONS = List.of("aws:ec2/networkAclAssociation:NetworkAclAssociation",
            "aws:ec2/subnetNetworkAclAssociation:SubnetNetworkAclAssociation");

    @Override
    public void check(StackContext context) {
        List<Resource> associations = ASSOCIATIONS.stream().flatMap(type -> context.graph().ofType(type).stream()).toList();
        context.each(context.graph().ofType("aws:ec2/networkAcl:NetworkAcl"), acl -> {
            if (!Declared.of(acl, "subnetIds").isMissing()) {
                return;
            }
            Link best = Links.strongest(associations, "networkAclId", acl);
            Links.required(context, acl, best, "found no subnet that the network ACL guards, expected subnetIds or a NetworkAclAssociation,"
                    + " or no ACL",
                    "an association exists, of which network ACL cannot be told");
        });
    }
}
