package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Instances, desktops and tasks have no public address; the load balancer faces the internet. */
public final class PublicAddress implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:ec2/launchConfiguration:LaunchConfiguration", "aws:ecs/service:Service", "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
        "aws:ecs/taskSet:TaskSet", "aws:ec2/spotFleetRequest:SpotFleetRequest", "aws:cloudwatch/eventTarget:EventTarget",
        "aws:scheduler/schedule:Schedule", "aws:pipes/pipe:Pipe", "aws:batch/jobDefinition:JobDefinition",
        "aws:appstream/fleet:Fleet", "aws:appstream/imageBuilder:ImageBuilder", "aws:workspaces/directory:Directory",
        "aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate",
    };

    private static final String WRONG = "gets a public address";

    /** Where services, and what starts single tasks, say whether a task gets one. */
    private static final String[] ASSIGN = {
        "networkConfiguration[0].assignPublicIp", "networkConfiguration.awsvpcConfiguration.assignPublicIp",
        "ecsTarget[0].networkConfiguration[0].assignPublicIp",
        "target[0].ecsParameters[0].networkConfiguration[0].assignPublicIp",
        "target.ecsParameters.networkConfiguration.awsvpcConfiguration.assignPublicIp",
        "targetParameters[0].ecsTaskParameters[0].networkConfiguration[0].awsVpcConfiguration[0].assignPublicIp",
        "targetParameters.ecsTaskParameters.networkConfiguration.awsvpcConfiguration.assignPublicIp",
        "containerProperties|json.networkConfiguration.assignPublicIp",
        "containerProperties|json.NetworkConfiguration.AssignPublicIp",
    };

    @Override
    public void check(ResourceContext context) {
        context.attempt(() -> Expect.off(context, WRONG, "associatePublicIpAddress", "enableDefaultInternetAccess",
                "createPublicIp", "workspaceCreationProperties[0].enableInternetAccess"));
        context.attempt(() -> {
            Property assign = First.of(context.resource(), ASSIGN);
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
