package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.log;
import static dev.tandem.policies.catalogue.Controls.secret;
import static dev.tandem.policies.catalogue.Controls.survives;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;

import dev.tandem.policies.audit.AlarmsAct;
import dev.tandem.policies.audit.ContainerMetrics;
import dev.tandem.policies.audit.DatabaseMonitoring;
import dev.tandem.policies.audit.NoDataTrace;
import dev.tandem.policies.audit.Tracing;
import dev.tandem.policies.audit.TrailDelivery;
import dev.tandem.policies.audit.WorkflowLogs;
import dev.tandem.policies.container.FunctionLimits;
import dev.tandem.policies.iam.DatabaseLogin;
import dev.tandem.policies.keys.KeyPolicySaid;
import dev.tandem.policies.keys.KeyUsable;
import dev.tandem.policies.keys.SecretRotation;
import dev.tandem.policies.resilience.BucketCopies;
import dev.tandem.policies.resilience.EndpointZones;
import dev.tandem.policies.resilience.FileBackups;
import dev.tandem.policies.resilience.SelfHealing;
import dev.tandem.policies.resilience.SpotOnly;
import dev.tandem.policies.resilience.TableScaling;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** Functions, keys, secrets, monitoring and copies: what keeps services in hand once they run. */
final class ServiceCareRules {

    private ServiceCareRules() {}

    static List<Rule> rules() {
        List<Rule> all = new ArrayList<>(functionsAndKeys());
        all.addAll(seen());
        all.addAll(survive());
        return all;
    }

    private static List<Rule> functionsAndKeys() {
        return List.of(
                runs(advice("lambda-in-vpc", Severity.LOW))
                        .says("Functions are in a network of the account")
                        .fix("Set vpcConfig with private subnets and a security group.")
                        .fsbp("Lambda.3")
                        .check(FunctionLimits.IN_NETWORK),
                runs(advice("lambda-concurrency", Severity.LOW))
                        .says("Functions take a share of the account's concurrency, not all of it")
                        .fix("Set reservedConcurrentExecutions.")
                        .check(FunctionLimits.LIMITED),
                runs(advice("lambda-signed-code", Severity.LOW))
                        .says("Functions run signed code")
                        .fix("Set codeSigningConfigArn, with untrustedArtifactOnDeployment Enforce.")
                        .check(FunctionLimits.SIGNED),
                secret(must("kms-key-usable", Severity.MEDIUM))
                        .says("Keys are usable, and their policy can be changed")
                        .fix("Leave isEnabled on, and bypassPolicyLockoutSafetyCheck out.")
                        .check(KeyUsable.RULE),
                secret(stackAdvice("kms-key-policy", Severity.LOW))
                        .says("Keys say who may use them")
                        .fix("Set policy with statements for administrators and for users.")
                        .check(new KeyPolicySaid()),
                secret(stackAdvice("secret-rotation", Severity.MEDIUM))
                        .says("Secrets change within 90 days")
                        .fix("Add a SecretRotation, or say under eu-compliance:rotatedByOwner who changes the secret by hand.")
                        .texts("rotatedByOwner", "names of secrets that their owner changes")
                        .fsbp("SecretsManager.1", "SecretsManager.4")
                        .check(new SecretRotation()),
                secret(advice("database-iam-login", Severity.MEDIUM))
                        .says("Databases let roles log in with short-lived tokens")
                        .fix("Set iamDatabaseAuthenticationEnabled to true, and rds-db:connect in the role.")
                        .fsbp("RDS.10", "RDS.12", "Neptune.7")
                        .check(DatabaseLogin.RULE));
    }

    private static List<Rule> seen() {
        return List.of(
                log(advice("tracing-on", Severity.LOW))
                        .says("Functions, APIs and state machines leave traces")
                        .fix("Set the tracing switch that the message names.")
                        .fsbp("APIGateway.3")
                        .check(Tracing.RULE),
                log(advice("database-monitoring", Severity.LOW))
                        .says("Databases report what their machine does and which statements wait")
                        .fix("Set monitoringInterval to 60 and performanceInsightsEnabled to true.")
                        .fsbp("RDS.6")
                        .check(DatabaseMonitoring.RULE),
                log(advice("api-no-data-trace", Severity.MEDIUM))
                        .says("APIs do not log whole requests and answers")
                        .fix("Set dataTraceEnabled (state machines: includeExecutionData) to false.")
                        .check(NoDataTrace.RULE),
                log(advice("workflow-logs", Severity.MEDIUM))
                        .says("Workflow environments write all of their logs")
                        .fix("Set enabled of each log; Beanstalk: SystemType enhanced.")
                        .fsbp("ElasticBeanstalk.1")
                        .check(WorkflowLogs.RULE),
                log(advice("alarms-act", Severity.MEDIUM))
                        .says("Alarms are not muted")
                        .fix("Leave actionsEnabled out, or set it to true.")
                        .fsbp("CloudWatch.17")
                        .check(AlarmsAct.RULE),
                log(advice("cloudtrail-delivery", Severity.LOW))
                        .says("Trails tell at once what happened")
                        .fix("Set cloudWatchLogsGroupArn with a role, or snsTopicName.")
                        .fsbp("CloudTrail.5")
                        .check(TrailDelivery.RULE),
                log(stackAdvice("ecs-container-metrics", Severity.LOW))
                        .says("What containers do is measured")
                        .fix("Set the cluster's containerInsights to enabled, or add a collector to the tasks.")
                        .fsbp("ECS.12")
                        .check(new ContainerMetrics()));
    }

    private static List<Rule> survive() {
        return List.of(
                survives(advice("targets-checked", Severity.LOW))
                        .says("Targets are asked whether they work, and replaced when they do not")
                        .fix("Set healthCheck with a path, healthCheckType ELB, and a launch template.")
                        .fsbp("AutoScaling.1", "AutoScaling.9")
                        .check(SelfHealing.RULE),
                survives(stackAdvice("endpoint-zones", Severity.LOW))
                        .says("Interface endpoints are in two zones or more")
                        .fix("Name subnets of two zones, or decide that one is enough (docs/adr/0005).")
                        .check(new EndpointZones()),
                survives(stackAdvice("spot-only", Severity.LOW))
                        .says("Services that may vanish with Spot are known")
                        .fix("Give FARGATE a base of 1, or decide that the service may be gone for a while (docs/adr/0008).")
                        .check(new SpotOnly()),
                survives(stackAdvice("dynamodb-scaling", Severity.LOW))
                        .says("Tables grow with their use")
                        .fix("Set billingMode to PAY_PER_REQUEST, or add an appautoscaling Target.")
                        .fsbp("DynamoDB.1")
                        .check(new TableScaling()),
                survives(stackAdvice("efs-backup", Severity.MEDIUM))
                        .says("File systems are backed up")
                        .fix("Add a BackupPolicy with status ENABLED.")
                        .fsbp("EFS.2")
                        .check(new FileBackups()),
                survives(stackAdvice("s3-replication", Severity.LOW))
                        .says("Buckets have a copy in the other allowed region")
                        .fix("Add a BucketReplicationConfig, or make the data again from elsewhere and say so in a waiver.")
                        .fsbp("S3.7")
                        .check(new BucketCopies()));
    }

    private static Entry runs(Entry entry) {
        return entry.gdpr("Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.9", "A.8.28");
    }
}
