package dev.tandem.policies.network;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A subnet gives no public address to what is started in it by itself; a default subnet does unless told not to. */
public final class PublicSubnets implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet", "aws:ec2/defaultVpc:DefaultVpc",
    };

    @Override
    public void check(ResourceContext context) {
        if (context.resource().type().endsWith(":DefaultVpc")) {
            context.violation("adopts the account's default VPC, whose subnets give everything a public address; expected a"
                    + " VPC of its own");
            return;
        }
        Property map = context.get("mapPublicIpOnLaunch");
        if (map.boolOr(context.resource().type().endsWith(":DefaultSubnet"))) {
            Expect.report(context, map, "whatever starts here gets a public address", "false");
        }
    }
}
