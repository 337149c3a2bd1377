package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.closed;
import static dev.tandem.policies.catalogue.Controls.log;
import static dev.tandem.policies.catalogue.Controls.secret;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;

import dev.tandem.policies.audit.CodeReviewed;
import dev.tandem.policies.audit.DetectionSources;
import dev.tandem.policies.audit.MachinesMeasured;
import dev.tandem.policies.audit.StackEvents;
import dev.tandem.policies.audit.TunnelLogs;
import dev.tandem.policies.encryption.MapReduceClusters;
import dev.tandem.policies.exposure.AgentGuardrails;
import dev.tandem.policies.exposure.ApiRequests;
import dev.tandem.policies.exposure.CrossOrigin;
import dev.tandem.policies.exposure.FirewallRules;
import dev.tandem.policies.exposure.KafkaClients;
import dev.tandem.policies.exposure.NetworkFirewalls;
import dev.tandem.policies.exposure.UserPools;
import dev.tandem.policies.lifecycle.ManagedUpdates;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Platforms that others run on: clusters, brokers, APIs, firewalls, pools of users. */
final class PlatformRules {

    private PlatformRules() {}

    static List<Rule> rules() {
        return List.of(
                secret(advice("emr-cluster-contained", Severity.MEDIUM))
                        .says("EMR clusters have a security configuration, users and subnets")
                        .fix("Set securityConfiguration, kerberosAttributes and ec2Attributes.subnetId.")
                        .check(MapReduceClusters.RULE),
                closed(advice("beanstalk-updates", Severity.MEDIUM))
                        .says("Elastic Beanstalk updates its platforms and keeps its logs")
                        .fix("Set ManagedActionsEnabled (aws:elasticbeanstalk:managedactions) and StreamLogs (aws:elasticbeanstalk:cloudwatch:logs) to true.")
                        .fsbp("ElasticBeanstalk.2", "ElasticBeanstalk.3")
                        .check(ManagedUpdates.RULE),
                closed(must("kafka-clients-known", Severity.HIGH))
                        .says("Kafka knows its clients")
                        .fix("Set clientAuthentication with sasl.iam, and unauthenticated to false.")
                        .fsbp("MSK.3", "MSK.6")
                        .check(KafkaClients.RULE),
                closed(advice("api-request-checks", Severity.LOW))
                        .says("APIs check requests, and show their backend who they are")
                        .fix("Set requestValidatorId of methods, and clientCertificateId of stages.")
                        .fsbp("APIGateway.2")
                        .check(ApiRequests.RULE),
                closed(advice("cors-named-origins", Severity.MEDIUM))
                        .says("Browsers let pages of named origins call")
                        .fix("Name the origins of your pages.")
                        .check(CrossOrigin.RULE),
                closed(advice("web-firewall-rules", Severity.MEDIUM))
                        .says("Web firewalls have rules, and count what these refuse")
                        .fix("Add rules, and set cloudwatchMetricsEnabled of each visibilityConfig to true.")
                        .fsbp("WAF.3", "WAF.4", "WAF.7", "WAF.8", "WAF.10", "WAF.12")
                        .check(FirewallRules.RULE),
                closed(advice("network-firewall-rules", Severity.MEDIUM))
                        .says("Network firewalls drop what no rule names, and stay in place")
                        .fix("Add rule groups, set the default actions to aws:drop, and the change protections to true.")
                        .fsbp("NetworkFirewall.1", "NetworkFirewall.3", "NetworkFirewall.4", "NetworkFirewall.5", "NetworkFirewall.6", "NetworkFirewall.10")
                        .check(NetworkFirewalls.RULE),
                log(advice("detection-sources", Severity.MEDIUM))
                        .says("Threat detection looks at everything it can")
                        .fix("Enable the source that the message names.")
                        .fsbp("GuardDuty.5", "GuardDuty.6", "GuardDuty.8", "GuardDuty.9", "GuardDuty.10", "Inspector.1", "Inspector.2")
                        .check(DetectionSources.RULE),
                closed(advice("user-pool-guarded", Severity.MEDIUM))
                        .says("Pools of users ask for more than a password")
                        .fix("Set mfaConfiguration, passwordPolicy.minimumLength and advancedSecurityMode ENFORCED.")
                        .fsbp("Cognito.1")
                        .check(UserPools.RULE),
                closed(advice("agent-guardrail", Severity.MEDIUM))
                        .says("Agents answer through a guardrail, which looks for personal data")
                        .fix("Set guardrailConfigurations, and sensitiveInformationPolicyConfig of the guardrail.")
                        .check(AgentGuardrails.RULE),
                log(stackAdvice("code-reviewed", Severity.MEDIUM))
                        .says("Changes of a program are approved by two others")
                        .fix("Associate an approval rule template with NumberOfApprovalsNeeded 2.")
                        .check(new CodeReviewed()),
                log(advice("stack-events-heard", Severity.LOW))
                        .says("Stacks of CloudFormation tell somebody what changes")
                        .fix("Set notificationArns to a topic.")
                        .check(StackEvents.RULE),
                log(advice("tunnel-logs", Severity.LOW))
                        .says("Tunnels into the network are logged")
                        .fix("Enable connectionLogOptions (connections: the log of each tunnel) with a log group.")
                        .fsbp("EC2.51", "EC2.171")
                        .check(TunnelLogs.RULE),
                log(advice("machines-measured", Severity.LOW))
                        .says("Machines are measured every minute")
                        .fix("Set monitoring to true.")
                        .check(MachinesMeasured.RULE));
    }
}
