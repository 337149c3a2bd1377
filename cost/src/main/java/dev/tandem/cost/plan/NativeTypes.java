package dev.tandem.cost.plan;

import java.util.Map;
import java.util.TreeMap;

/**
 * Tokens of {@code aws-native} whose counterpart in {@code aws} has another name. Where only the case of the module
 * differs ({@code aws-native:sqs:Queue}), the counterpart follows by itself.
 */
final class NativeTypes {

    static final String PREFIX = "aws-native:";

    private static final Map<String, String> OTHER_NAME = new TreeMap<>();

    static {
        name("applicationautoscaling:ScalableTarget", "appautoscaling/target:Target");
        name("applicationautoscaling:ScalingPolicy", "appautoscaling/policy:Policy");
        name("budgets:BudgetsAction", "budgets/budgetAction:BudgetAction");
        name("certificatemanager:Certificate", "acm/certificate:Certificate");
        name("cloudwatch:Alarm", "cloudwatch/metricAlarm:MetricAlarm");
        name("configuration:ConfigRule", "cfg/rule:Rule");
        name("configuration:ConfigurationRecorder", "cfg/recorder:Recorder");
        name("configuration:ConformancePack", "cfg/conformancePack:ConformancePack");
        name("dynamodb:GlobalTable", "dynamodb/table:Table");
        name("ec2:SecurityGroupEgress", "vpc/securityGroupEgressRule:SecurityGroupEgressRule");
        name("ec2:SecurityGroupIngress", "vpc/securityGroupIngressRule:SecurityGroupIngressRule");
        name("ec2:SubnetRouteTableAssociation", "ec2/routeTableAssociation:RouteTableAssociation");
        name("ec2:TransitGateway", "ec2transitgateway/transitGateway:TransitGateway");
        name("ec2:TransitGatewayAttachment", "ec2transitgateway/vpcAttachment:VpcAttachment");
        name("ec2:TransitGatewayVpcAttachment", "ec2transitgateway/vpcAttachment:VpcAttachment");
        name("ec2:Volume", "ebs/volume:Volume");
        name("ec2:VpcGatewayAttachment", "ec2/internetGatewayAttachment:InternetGatewayAttachment");
        name("ecs:ClusterCapacityProviderAssociations", "ecs/clusterCapacityProviders:ClusterCapacityProviders");
        name("elasticloadbalancingv2:Listener", "lb/listener:Listener");
        name("elasticloadbalancingv2:ListenerRule", "lb/listenerRule:ListenerRule");
        name("elasticloadbalancingv2:LoadBalancer", "lb/loadBalancer:LoadBalancer");
        name("elasticloadbalancingv2:TargetGroup", "lb/targetGroup:TargetGroup");
        name("events:EventBus", "cloudwatch/eventBus:EventBus");
        name("events:EventBusPolicy", "cloudwatch/eventBusPolicy:EventBusPolicy");
        name("events:Rule", "cloudwatch/eventRule:EventRule");
        name("iam:ManagedPolicy", "iam/policy:Policy");
        name("iam:OidcProvider", "iam/openIdConnectProvider:OpenIdConnectProvider");
        name("logs:LogGroup", "cloudwatch/logGroup:LogGroup");
        name("logs:LogStream", "cloudwatch/logStream:LogStream");
        name("logs:MetricFilter", "cloudwatch/logMetricFilter:LogMetricFilter");
        name("logs:ResourcePolicy", "cloudwatch/logResourcePolicy:LogResourcePolicy");
        name("logs:SubscriptionFilter", "cloudwatch/logSubscriptionFilter:LogSubscriptionFilter");
        name("rds:DbCluster", "rds/cluster:Cluster");
        name("rds:DbInstance", "rds/instance:Instance");
        name("rds:DbParameterGroup", "rds/parameterGroup:ParameterGroup");
        name("rds:DbSubnetGroup", "rds/subnetGroup:SubnetGroup");
        name("route53:HostedZone", "route53/zone:Zone");
        name("route53:RecordSet", "route53/record:Record");
        name("route53resolver:ResolverEndpoint", "route53/resolverEndpoint:ResolverEndpoint");
        name("secretsmanager:ResourcePolicy", "secretsmanager/secretPolicy:SecretPolicy");
        name("secretsmanager:RotationSchedule", "secretsmanager/secretRotation:SecretRotation");
        name("sns:Subscription", "sns/topicSubscription:TopicSubscription");
        name("sns:TopicInlinePolicy", "sns/topicPolicy:TopicPolicy");
        name("sqs:QueueInlinePolicy", "sqs/queuePolicy:QueuePolicy");
        name("stepfunctions:Activity", "sfn/activity:Activity");
        name("stepfunctions:StateMachine", "sfn/stateMachine:StateMachine");
    }

    private NativeTypes() {}

    private static void name(String token, String counterpart) {
        OTHER_NAME.put(PREFIX + token, "aws:" + counterpart);
    }

    /** Token to token, for all that do not follow by themselves. */
    static Map<String, String> named() {
        return Map.copyOf(OTHER_NAME);
    }

    static String normalise(String token) {
        String[] parts = token.split(":", -1);
        if (parts.length != 3 || parts[2].isEmpty()) {
            return token;
        }
        String follows = "aws:" + parts[1] + "/" + Character.toLowerCase(parts[2].charAt(0)) + parts[2].substring(1) + ":"
                + parts[2];
        return OTHER_NAME.getOrDefault(token, follows);
    }
}
