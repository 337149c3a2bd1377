package dev.tandem.components.network;

import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;

/**
 * One TCP port that a security group opens towards a range.
 *
 * @param name        name of the resource, unique in its component
 * @param direction   in or out
 * @param port        TCP port
 * @param cidr        IPv4 range of the other side
 * @param description why, as it shows in the console
 */
public record TrafficRule(String name, Direction direction, int port, String cidr, String description) {

    /** Seen from the group that has the rule. */
    public enum Direction {
        /** The other side opens the connection. */
        IN,
        /** This side opens the connection. */
        OUT
    }

    /** Declares the rule on a group. */
    public Resource create(Output<String> group, CustomResourceOptions options) {
        return switch (direction) {
            case IN -> new SecurityGroupIngressRule(name, SecurityGroupIngressRuleArgs.builder()
                    .securityGroupId(group).ipProtocol("tcp").fromPort(port).toPort(port).cidrIpv4(cidr)
                    .description(description).build(), options);
            case OUT -> new SecurityGroupEgressRule(name, SecurityGroupEgressRuleArgs.builder()
                    .securityGroupId(group).ipProtocol("tcp").fromPort(port).toPort(port).cidrIpv4(cidr)
                    .description(description).build(), options);
        };
    }
}
