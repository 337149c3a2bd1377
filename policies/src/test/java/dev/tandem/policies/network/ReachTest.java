package dev.tandem.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policies.fixture.Fixture;
import dev.tandem.policies.fixture.FixtureFiles;
import dev.tandem.policies.fixture.Plans;
import dev.tandem.policy.model.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report of what can reach what, over rules of all three kinds. */
class ReachTest {

    private static final String PLAN = """
            resources:
              db-group: {type: "aws:ec2/securityGroup:SecurityGroup", properties: {}}
              app-group:
                type: "aws:ec2/securityGroup:SecurityGroup"
                properties: {ingress: [{protocol: tcp, fromPort: 8443, toPort: 8443, securityGroups: ["${lb-group.id}"]}]}
              lb-group: {type: "aws:ec2/securityGroup:SecurityGroup", properties: {}}
              db: {type: "aws:rds/cluster:Cluster", properties: {vpcSecurityGroupIds: ["${db-group.id}"]}}
              app: {type: "aws:ecs/service:Service", properties: {networkConfiguration: {securityGroups: ["${app-group.id}"]}}}
              lb: {type: "aws:lb/loadBalancer:LoadBalancer", properties: {securityGroups: ["${lb-group.id}"]}}
              open:
                type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
                properties: {securityGroupId: "${lb-group.id}", cidrIpv4: 0.0.0.0/0, ipProtocol: tcp, fromPort: 443, toPort: 443}
              from-app:
                type: "aws:ec2/securityGroupRule:SecurityGroupRule"
                properties: {type: ingress, securityGroupId: "${db-group.id}", sourceSecurityGroupId: "${app-group.id}", protocol: "-1"}
              back:
                type: "aws:ec2/securityGroupRule:SecurityGroupRule"
                properties: {type: ingress, securityGroupId: "${app-group.id}", sourceSecurityGroupId: "${db-group.id}", protocol: "-1"}
              redirected:
                type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
                properties: {securityGroupId: "${lb-group.id}", cidrIpv6: "::/0", ipProtocol: tcp, fromPort: 80, toPort: 80}
              partner:
                type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
                properties: {securityGroupId: "${app-group.id}", cidrIpv4: 192.0.2.0/24, ipProtocol: tcp}
            """;

    @Test
    void lists_every_way_with_its_rules_and_ends_in_circles() {
        Reach reach = new Reach(Plans.graph(Plans.resources(Fixture.of(FixtureFiles.yaml(PLAN)))));
        StringBuilder text = new StringBuilder();
        for (Resource target : reach.targets()) {
            text.append(target.name()).append('\n');
            reach.ways(target).forEach(way -> text.append("  ").append(way.text()).append('\n'));
        }
        assertThat(text.toString()).isEqualTo("""
                db
                  app → db (from-app all)
                  lb → app (app-group tcp/8443) → db (from-app all)
                  192.0.2.0/24 → app (partner all) → db (from-app all)
                  the internet → lb (open tcp/443, redirected tcp/80) → app (app-group tcp/8443) → db (from-app all)
                app
                  lb → app (app-group tcp/8443)
                  db → app (back all)
                  192.0.2.0/24 → app (partner all)
                  the internet → lb (open tcp/443, redirected tcp/80) → app (app-group tcp/8443)
                lb
                  the internet → lb (open tcp/443, redirected tcp/80)
                """);
        assertThat(reach.chains(reach.targets().get(2))).containsOnly(Map.entry(Reach.INTERNET, "the internet → lb (open)"));
    }
}
