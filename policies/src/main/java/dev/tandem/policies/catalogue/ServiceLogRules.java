package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.log;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;

import dev.tandem.policies.audit.ApiLogs;
import dev.tandem.policies.audit.BrokerLogs;
import dev.tandem.policies.audit.ClusterLogs;
import dev.tandem.policies.audit.DatabaseLogs;
import dev.tandem.policies.audit.DetectionOn;
import dev.tandem.policies.audit.DistributionLogs;
import dev.tandem.policies.audit.LinkedLogs;
import dev.tandem.policies.audit.SearchLogs;
import dev.tandem.policies.audit.ServiceLogs;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** What managed services record, beyond trails and networks. */
final class ServiceLogRules {

    private ServiceLogRules() {}

    static List<Rule> rules() {
        return List.of(
                log(advice("database-logs", Severity.MEDIUM))
                        .says("Databases export their logs")
                        .fix("Set enabledCloudwatchLogsExports to the logs of the engine.")
                        .fsbp("RDS.9", "DocumentDB.4", "Neptune.2")
                        .check(new DatabaseLogs(), DatabaseLogs.TYPES),
                log(advice("search-logs", Severity.MEDIUM))
                        .says("Search domains write logs")
                        .fix("Add logPublishingOptions with a log group.")
                        .fsbp("ES.4", "Opensearch.4")
                        .check(new SearchLogs(false), SearchLogs.TYPES),
                log(advice("search-audit-logs", Severity.MEDIUM))
                        .says("Search domains record who searched for what")
                        .fix("Add logPublishingOptions with logType AUDIT_LOGS and a log group.")
                        .fsbp("ES.5", "Opensearch.5")
                        .check(new SearchLogs(true), SearchLogs.TYPES),
                log(advice("eks-control-plane-logs", Severity.MEDIUM))
                        .says("The control plane of a cluster records everything it can")
                        .fix("Set enabledClusterLogTypes to all five types.")
                        .fsbp("EKS.8")
                        .check(new ClusterLogs(), "aws:eks/cluster:Cluster"),
                log(advice("broker-logs", Severity.MEDIUM))
                        .says("Message brokers write logs")
                        .fix("Switch on the logs that the message names.")
                        .fsbp("MQ.2")
                        .check(new BrokerLogs(), BrokerLogs.TYPES),
                log(advice("service-logs", Severity.MEDIUM))
                        .says("Managed services say in a log what they did")
                        .fix("Set the property that the message names, with a log group that has retention and a key.")
                        .fsbp("StepFunctions.1", "AppSync.2", "CodeBuild.4", "Connect.2")
                        .check(new ServiceLogs(), ServiceLogs.TYPES),
                log(advice("api-access-logs", Severity.MEDIUM))
                        .says("APIs record who asked for what")
                        .fix("Set accessLogSettings with a log group, and loggingLevel to ERROR.")
                        .fsbp("APIGateway.1", "APIGateway.9")
                        .check(new ApiLogs(), ApiLogs.TYPES),
                log(stackAdvice("cloudfront-access-logs", Severity.MEDIUM))
                        .says("Distributions record who asked for what")
                        .fix("Set loggingConfig with a bucket in the European Union.")
                        .fsbp("CloudFront.5")
                        .check(new DistributionLogs()),
                log(stackAdvice("firewall-warehouse-logs", Severity.MEDIUM))
                        .says("Firewalls and warehouses write logs")
                        .fix("Add the logging resource that the message names.")
                        .fsbp("WAF.1", "WAF.11", "Redshift.4", "NetworkFirewall.2")
                        .check(new LinkedLogs()),
                log(stackAdvice("detection-on", Severity.HIGH))
                        .says("Threat detection and the record of configuration are on where they are declared")
                        .fix("Set what the message names to true; a recorder needs a RecorderStatus.")
                        .cis("3.3").fsbp("GuardDuty.1", "Config.1", "Macie.1")
                        .check(new DetectionOn()));
    }
}
