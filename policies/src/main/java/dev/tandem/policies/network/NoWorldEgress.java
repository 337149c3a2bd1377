package dev.tandem.policies.network;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Optional;

/**
 * Nothing may talk to the whole internet on all ports: that is the way out for stolen data. A group of {@code aws-native} that
 * says nothing keeps the rule for everything that AWS gives each new group, which {@code aws} takes away. Source:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html.
 */
public final class NoWorldEgress implements ResourceCheck {

    private static final String EXPECTED = ", expected the ports and destinations needed, such as tcp/443";

    @Override
    public void check(ResourceContext context) {
        Property said = context.get("securityGroupEgress");
        if (context.resource().type().equals("aws-native:ec2:SecurityGroup") && First.nothing(said)) {
            context.violation(said, "all::default", "names no way out, and AWS lets everything out then" + EXPECTED);
        }
        context.each(GroupRules.of(context.resource()), rule -> {
            if (rule.ingress()) {
                return;
            }
            Optional<Property> world = World.in(rule);
            if (world.isPresent() && rule.allPorts()) {
                context.violation(world.get(), "all::" + world.get().stringOr(""), "lets everything out to the whole internet ("
                        + world.get().stringOr("") + ") on all ports" + EXPECTED);
            }
        });
    }
}
