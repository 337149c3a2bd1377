package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;

import dev.tandem.policies.network.DefaultGroupDeclared;
import dev.tandem.policies.network.GroupRules;
import dev.tandem.policies.network.NetworksJoined;
import dev.tandem.policies.network.NoWorldInAcl;
import dev.tandem.policies.network.OnlyTlsToWorld;
import dev.tandem.policies.network.PublicSubnets;
import dev.tandem.policies.network.RouteByGateway;
import dev.tandem.policies.network.RulesDescribed;
import dev.tandem.policies.network.UnusedGroups;
import dev.tandem.policies.network.UsedAcls;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Networks that can still be understood, and closed, by who comes later. */
final class NetworkUpkeepRules {

    private NetworkUpkeepRules() {}

    static List<Rule> rules() {
        return List.of(
                network(advice("sg-described", Severity.LOW))
                        .says("Security groups and their rules say what they are for")
                        .fix("Set description on the group and on each rule: who needs it, and why.")
                        .check(new RulesDescribed(), GroupRules.TYPES),
                network(advice("sg-world-egress-https", Severity.MEDIUM))
                        .says("Only HTTPS goes out to the whole internet")
                        .fix("Name the security groups, prefix lists or ranges for other ports, or use tcp/443.")
                        .check(new OnlyTlsToWorld(), GroupRules.TYPES),
                network(stackAdvice("sg-default-declared", Severity.MEDIUM))
                        .says("The default security group of every VPC is declared")
                        .fix("Declare a DefaultSecurityGroup with the VPC's id and without rules.")
                        .cis("5.4").fsbp("EC2.2")
                        .check(new DefaultGroupDeclared()),
                network(stackAdvice("sg-unused", Severity.LOW))
                        .says("Every security group is carried by something")
                        .fix("Remove the group, or attach it where it was meant.")
                        .fsbp("EC2.22")
                        .check(new UnusedGroups()),
                network(advice("nacl-no-world-ingress", Severity.MEDIUM))
                        .says("Network ACLs keep the internet from administration ports")
                        .fix("Name the ranges of the known callers, or deny the port under a lower number.")
                        .cis("5.1").fsbp("EC2.21")
                        .check(new NoWorldInAcl(), NoWorldInAcl.TYPES),
                network(stackAdvice("nacl-used", Severity.LOW))
                        .says("Every network ACL guards a subnet")
                        .fix("Set subnetIds, or remove the ACL.")
                        .fsbp("EC2.16")
                        .check(new UsedAcls()),
                network(advice("route-by-gateway", Severity.LOW))
                        .says("The way out of a network is no machine of one's own")
                        .fix("Route through a NAT gateway, or use endpoints for what is called at AWS; leave sourceDestCheck on.")
                        .fsbp("EC2.180")
                        .check(RouteByGateway.RULE),
                network(advice("vpc-no-automatic-public-address", Severity.MEDIUM))
                        .says("No subnet gives out public addresses by itself")
                        .fix("Leave mapPublicIpOnLaunch out, and make a VPC of your own.")
                        .fsbp("EC2.15")
                        .check(new PublicSubnets(), PublicSubnets.TYPES),
                network(advice("network-joined-on-purpose", Severity.MEDIUM))
                        .says("Networks are joined by decision and by narrow routes")
                        .fix("Ask for acceptance, and route the other network's ranges only through the peering.")
                        .cis("5.5").fsbp("EC2.23")
                        .check(new NetworksJoined(), NetworksJoined.TYPES));
    }

    private static Entry network(Entry entry) {
        return entry.gdpr("Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.20", "A.8.22");
    }
}
