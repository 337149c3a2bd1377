package dev.tandem.components.service;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import java.util.Map;
import java.util.TreeMap;

/** A service's security group and its rules, one resource each, so that services can be wired after they were made. */
final class ServiceTraffic {

    private static final String TCP = "tcp";

    private ServiceTraffic() {}

    static SecurityGroup group(String name, FoundationRef foundation, MeshServicePlan plan, CustomResourceOptions options) {
        Map<String, String> tags = new TreeMap<>(plan.tags());
        tags.put("Name", plan.names().base());
        SecurityGroup group = new SecurityGroup(
                name + "-tasks",
                SecurityGroupArgs.builder()
                        .description("Tasks of " + plan.args().name() + ": declared traffic only")
                        .vpcId(foundation.vpcId())
                        .tags(tags)
                        .build(),
                options);
        for (TrafficEdge edge : plan.traffic()) {
            rule(name + "-" + edge.key(), group.id(), edge, peer(foundation, edge), options);
        }
        return group;
    }

    /** Lets {@code caller} reach {@code callee}'s mesh port: one rule on each side, both children of the callee. */
    static void allow(MeshService caller, MeshService callee) {
        CustomResourceOptions options =
                CustomResourceOptions.builder().parent(callee).build();
        String callerName = caller.plan().args().name();
        TrafficEdge in = SecurityGroupPlan.calledBy(callerName);
        TrafficEdge out = SecurityGroupPlan.calls(callee.plan().args().name());
        String prefix = callee.pulumiResourceName();
        rule(prefix + "-" + in.key(), callee.securityGroupId(), in, Peer.group(caller.securityGroupId()), options);
        rule(prefix + "-from-" + callerName + "-" + out.key(), caller.securityGroupId(), out,
                Peer.group(callee.securityGroupId()), options);
    }

    /** The other side of a rule: exactly one field is set. */
    private record Peer(
            Output<String> group, Output<String> prefixList, Output<String> ipv4, Output<String> ipv6) {
        static Peer group(Output<String> id) {
            return new Peer(id, null, null, null);
        }

        static Peer prefixList(Output<String> id) {
            return new Peer(null, id, null, null);
        }
    }

    private static Peer peer(FoundationRef foundation, TrafficEdge edge) {
        return switch (edge.peer()) {
            case LOAD_BALANCER -> Peer.group(foundation.albSecurityGroupId());
            case ENDPOINTS -> Peer.group(foundation.endpointsSecurityGroupId());
            case S3 -> Peer.prefixList(foundation.s3PrefixListId());
            case DYNAMODB -> Peer.prefixList(foundation.dynamodbPrefixListId());
            case OTHER_REGION -> new Peer(null, null, Output.of(edge.peerName()), null);
            case IPV4_OUT -> new Peer(null, null, Output.of("0.0.0.0/0"), null);
            case IPV6_OUT -> new Peer(null, null, null, Output.of("::/0"));
            case SERVICE -> throw new IllegalStateException(
                    "the edge " + edge.key() + " concerns another service: it is made by allow, not with the group");
        };
    }

    private static void rule(
            String name, Output<String> group, TrafficEdge edge, Peer peer, CustomResourceOptions options) {
        if (edge.direction() == TrafficEdge.Direction.INGRESS) {
            var args = SecurityGroupIngressRuleArgs.builder()
                    .securityGroupId(group)
                    .ipProtocol(TCP)
                    .fromPort(edge.port())
                    .toPort(edge.port())
                    .description(edge.description())
                    .referencedSecurityGroupId(peer.group())
                    .prefixListId(peer.prefixList())
                    .cidrIpv4(peer.ipv4())
                    .cidrIpv6(peer.ipv6());
            new SecurityGroupIngressRule(name, args.build(), options);
        } else {
            var args = SecurityGroupEgressRuleArgs.builder()
                    .securityGroupId(group)
                    .ipProtocol(TCP)
                    .fromPort(edge.port())
                    .toPort(edge.port())
                    .description(edge.description())
                    .referencedSecurityGroupId(peer.group())
                    .prefixListId(peer.prefixList())
                    .cidrIpv4(peer.ipv4())
                    .cidrIpv6(peer.ipv6());
            new SecurityGroupEgressRule(name, args.build(), options);
        }
    }
}
