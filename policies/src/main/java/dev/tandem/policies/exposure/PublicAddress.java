package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Instances and tasks have no public address; the load balancer faces the internet. */
public final class PublicAddress implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ecs/service:Service", "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
        "aws:ecs/taskSet:TaskSet", "aws:ec2/spotFleetRequest:SpotFleetRequest",
    };

    private static final String WRONG = "gets a public address";

    @Override
    public void check(ResourceContext context) {
        context.attempt(() -> Expect.off(context, WRONG, "associatePublicIpAddress"));
        context.attempt(() -> {
            Property assign = First.of(context.resource(), "networkConfiguration[0].assignPublicIp",
                    "networkConfiguration.awsvpcConfiguration.assignPublicIp");
            boolean on = assign.stringOr("false").equalsIgnoreCase("true") || assign.stringOr("").equals("ENABLED");
            if (on) {
                Expect.report(context, assign, WRONG, "false");
            }
        });
        context.attempt(() -> context.each(context.get("launchSpecifications").items(), machine -> {
            Property associate = machine.at("associatePublicIpAddress");
            if (associate.boolOr(false)) {
                Expect.report(context, associate, WRONG, "false");
            }
        }));
        Property interfaces = First.of(
                context.resource(), "networkInterfaces", "launchTemplateData.networkInterfaces");
        context.attempt(() -> context.each(interfaces.items(), card -> {
            Property associate = card.at("associatePublicIpAddress");
            if (associate.boolOr(false)) {
                Expect.report(context, associate, WRONG, "false");
            }
        }));
    }
}
