package dev.tandem.cost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.report.CostReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan written with aws-native costs what the same plan costs with aws. */
class NativeShapesTest {

    @Test
    void theSamePlanCostsTheSame() {
        CostReport classic = Costs.of(classic());
        CostReport other = Costs.of(other());

        assertThat(lines(other)).containsExactlyInAnyOrderElementsOf(lines(classic)).hasSizeGreaterThan(40);
        assertThat(other.notPriced()).isEmpty();
        assertThat(other.totals().atMaximum().usd()).isEqualByComparingTo(classic.totals().atMaximum().usd());
    }

    @Test
    void anUnknownValueStaysUnknownUnderBothNames() {
        CostReport report = Costs.of(Planned.in("eu-central-1").add("aws-native:elasticloadbalancingv2:LoadBalancer", "lb",
                Map.of("scheme", Planned.UNKNOWN, "subnets", List.of("a", "b"))));

        assertThat(Costs.line(report, "public IPv4 addresses of lb").quantity()).isEqualByComparingTo("1460");
    }

    private static Planned classic() {
        return common("aws:ec2/natGateway:NatGateway", "aws:sqs/queue:Queue", "aws:kms/key:Key", "aws:iam/role:Role",
                "aws:cloudwatch/logGroup:LogGroup", "aws:lambda/function:Function", "aws:ec2/vpcEndpoint:VpcEndpoint")
                .add("aws:lb/loadBalancer:LoadBalancer", "in", Map.of("internal", true, "loadBalancerType", "network"))
                .add("aws:lb/loadBalancer:LoadBalancer", "out", Map.of("subnets", List.of("a", "b")))
                .add("aws:ecs/cluster:Cluster", "c", Map.of("settings",
                        List.of(Map.of("name", "containerInsights", "value", "enabled"))))
                .add("aws:ecs/taskDefinition:TaskDefinition", "t", Map.of("cpu", "512", "memory", "1024",
                        "runtimePlatform", Map.of("cpuArchitecture", "ARM64"), "ephemeralStorage", Map.of("sizeInGib", 30)))
                .add("aws:ecs/service:Service", "s", Map.of("desiredCount", 2, "taskDefinition", Planned.UNKNOWN,
                                "capacityProviderStrategies", List.of(Planned.share("FARGATE_SPOT", 0, 1)),
                                "networkConfiguration", Map.of("assignPublicIp", true)),
                        Map.of("taskDefinition", List.of(Planned.urn("aws:ecs/taskDefinition:TaskDefinition", "t"))))
                .add("aws:appautoscaling/target:Target", "target", Map.of("minCapacity", 2, "maxCapacity", 6),
                        Map.of("resourceId", List.of(Planned.urn("aws:ecs/service:Service", "s"))))
                .add("aws:appautoscaling/policy:Policy", "policy", Map.of("policyType", "TargetTrackingScaling"),
                        Map.of("resourceId", List.of(Planned.urn("aws:appautoscaling/target:Target", "target"))))
                .add("aws:appautoscaling/scheduledAction:ScheduledAction", "day", Map.of("schedule", "cron(0 7 * * ? *)",
                                "scalableTargetAction", Map.of("minCapacity", 3, "maxCapacity", 6)),
                        Map.of("resourceId", List.of(Planned.urn("aws:appautoscaling/target:Target", "target"))))
                .add("aws:secretsmanager/secret:Secret", "x", Map.of("replicas", List.of(Map.of("region", "eu-west-1"))))
                .add("aws:cloudwatch/metricAlarm:MetricAlarm", "m", Map.of("metricQueries",
                        List.of(Map.of("id", "a", "metric", Map.of("period", 10)), Map.of("id", "e", "expression", "a"))))
                .add("aws:route53/zone:Zone", "z", Map.of())
                .add("aws:route53/healthCheck:HealthCheck", "h", Map.of("type", "HTTPS", "requestInterval", 10))
                .add("aws:dynamodb/table:Table", "d", Map.of("billingMode", "PAY_PER_REQUEST", "pointInTimeRecovery",
                        Map.of("enabled", true), "streamEnabled", true))
                .add("aws:dynamodb/table:Table", "g", Map.of("billingMode", "PAY_PER_REQUEST", "replicas",
                        List.of(Map.of("regionName", "eu-west-1"))))
                .add("aws:sfn/stateMachine:StateMachine", "f", Map.of("type", "EXPRESS"))
                .add("aws:ebs/volume:Volume", "v", Map.of("type", "gp3", "size", 20))
                .add("aws:rds/instance:Instance", "db", Map.of("instanceClass", "db.t4g.micro", "engine", "postgres",
                        "storageType", "gp3", "allocatedStorage", 20))
                .add("aws:sns/topicSubscription:TopicSubscription", "mail", Map.of("protocol", "email"));
    }

    private static Planned other() {
        return common("aws-native:ec2:NatGateway", "aws-native:sqs:Queue", "aws-native:kms:Key", "aws-native:iam:Role",
                "aws-native:logs:LogGroup", "aws-native:lambda:Function", "aws-native:ec2:VpcEndpoint")
                .add("aws-native:elasticloadbalancingv2:LoadBalancer", "in", Map.of("scheme", "internal", "type", "network"))
                .add("aws-native:elasticloadbalancingv2:LoadBalancer", "out", Map.of("scheme", "internet-facing",
                        "subnets", List.of("a", "b")))
                .add("aws-native:ecs:Cluster", "c", Map.of("clusterSettings",
                        List.of(Map.of("name", "containerInsights", "value", "enabled"))))
                .add("aws-native:ecs:TaskDefinition", "t", Map.of("cpu", "512", "memory", "1024",
                        "runtimePlatform", Map.of("cpuArchitecture", "ARM64"), "ephemeralStorage", Map.of("sizeInGiB", 30)))
                .add("aws-native:ecs:Service", "s", Map.of("desiredCount", 2, "taskDefinition", Planned.UNKNOWN,
                                "capacityProviderStrategy", List.of(Planned.share("FARGATE_SPOT", 0, 1)),
                                "networkConfiguration", Map.of("awsvpcConfiguration", Map.of("assignPublicIp", "ENABLED"))),
                        Map.of("taskDefinition", List.of(Planned.urn("aws-native:ecs:TaskDefinition", "t"))))
                .add("aws-native:applicationautoscaling:ScalableTarget", "target", Map.of("minCapacity", 2, "maxCapacity", 6,
                                "scheduledActions", List.of(Map.of("schedule", "cron(0 7 * * ? *)",
                                        "scalableTargetAction", Map.of("minCapacity", 3, "maxCapacity", 6)))),
                        Map.of("resourceId", List.of(Planned.urn("aws-native:ecs:Service", "s"))))
                .add("aws-native:applicationautoscaling:ScalingPolicy", "policy",
                        Map.of("policyType", "TargetTrackingScaling", "scalingTargetId", Planned.UNKNOWN),
                        Map.of("scalingTargetId",
                                List.of(Planned.urn("aws-native:applicationautoscaling:ScalableTarget", "target"))))
                .add("aws-native:secretsmanager:Secret", "x", Map.of("replicaRegions",
                        List.of(Map.of("region", "eu-west-1"))))
                .add("aws-native:cloudwatch:Alarm", "m", Map.of("metrics", List.of(
                        Map.of("id", "a", "metricStat", Map.of("period", 10)), Map.of("id", "e", "expression", "a"))))
                .add("aws-native:route53:HostedZone", "z", Map.of())
                .add("aws-native:route53:HealthCheck", "h", Map.of("healthCheckConfig",
                        Map.of("type", "HTTPS", "requestInterval", 10)))
                .add("aws-native:dynamodb:Table", "d", Map.of("billingMode", "PAY_PER_REQUEST",
                        "pointInTimeRecoverySpecification", Map.of("pointInTimeRecoveryEnabled", true),
                        "streamSpecification", Map.of("streamViewType", "KEYS_ONLY")))
                .add("aws-native:dynamodb:GlobalTable", "g", Map.of("billingMode", "PAY_PER_REQUEST", "replicas",
                        List.of(Map.of("region", "eu-central-1"), Map.of("region", "eu-west-1"))))
                .add("aws-native:stepfunctions:StateMachine", "f", Map.of("stateMachineType", "EXPRESS"))
                .add("aws-native:ec2:Volume", "v", Map.of("volumeType", "gp3", "size", 20))
                .add("aws-native:rds:DbInstance", "db", Map.of("dbInstanceClass", "db.t4g.micro", "engine", "postgres",
                        "storageType", "gp3", "allocatedStorage", "20"))
                .add("aws-native:sns:Subscription", "mail", Map.of("protocol", "email"));
    }

    /** Types whose properties have the same names on both sides. */
    private static Planned common(String nat, String queue, String key, String role, String logs, String function,
            String endpoint) {
        return Planned.in("eu-central-1").add(nat, "n", Map.of()).add(queue, "q", Map.of("fifoQueue", true))
                .add(key, "k", Map.of("enableKeyRotation", true)).add(role, "r", Map.of())
                .add(logs, "l", Map.of("retentionInDays", 14)).add(function, "fn", Map.of("architectures", List.of("arm64")))
                .add(endpoint, "e", Map.of("vpcEndpointType", "Interface", "serviceName",
                        "com.amazonaws.eu-central-1.ssm", "subnetIds", List.of("a", "b")));
    }

    private static List<String> lines(CostReport report) {
        return report.lines().stream().map(l -> l.type() + " " + l.description() + " = "
                + l.monthlyUsd().stripTrailingZeros() + " " + l.region()).toList();
    }
}
