package dev.tandem.policies.types;

import java.util.HashMap;
import java.util.Map;

/**
 * Tokens of {@code aws-native} that have a counterpart in {@code aws} with another name. Where only the case of the
 * module differs ({@code aws-native:sqs:Queue}), the counterpart follows by itself. Properties that are named
 * differently are read by the rules as alternatives.
 */
final class NativeTypes {

    private static final Map<String, String> OTHER_NAME = new HashMap<>();

    static {
        OTHER_NAME.put("cloudtrail:EventDataStore", "aws:cloudtrail/eventDataStore:EventDataStore");
        OTHER_NAME.put("docdb:DbCluster", "aws:docdb/cluster:Cluster");
        OTHER_NAME.put("docdb:DbInstance", "aws:docdb/clusterInstance:ClusterInstance");
        OTHER_NAME.put("ec2:SecurityGroupEgress", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
        OTHER_NAME.put("ec2:SecurityGroupIngress", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
        OTHER_NAME.put("ec2:Volume", "aws:ebs/volume:Volume");
        OTHER_NAME.put("ec2:VpcPeeringConnection", "aws:ec2/vpcPeeringConnection:VpcPeeringConnection");
        OTHER_NAME.put("elasticache:CacheCluster", "aws:elasticache/cluster:Cluster");
        OTHER_NAME.put("elasticloadbalancing:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer");
        OTHER_NAME.put("elasticloadbalancingv2:Listener", "aws:lb/listener:Listener");
        OTHER_NAME.put("elasticloadbalancingv2:ListenerRule", "aws:lb/listenerRule:ListenerRule");
        OTHER_NAME.put("elasticloadbalancingv2:LoadBalancer", "aws:lb/loadBalancer:LoadBalancer");
        OTHER_NAME.put("elasticloadbalancingv2:TargetGroup", "aws:lb/targetGroup:TargetGroup");
        OTHER_NAME.put("events:EventBus", "aws:cloudwatch/eventBus:EventBus");
        OTHER_NAME.put("events:EventBusPolicy", "aws:cloudwatch/eventBusPolicy:EventBusPolicy");
        OTHER_NAME.put("events:Rule", "aws:cloudwatch/eventRule:EventRule");
        OTHER_NAME.put("iam:ManagedPolicy", "aws:iam/policy:Policy");
        OTHER_NAME.put("logs:LogGroup", "aws:cloudwatch/logGroup:LogGroup");
        OTHER_NAME.put("neptune:DbCluster", "aws:neptune/cluster:Cluster");
        OTHER_NAME.put("opensearchservice:Domain", "aws:opensearch/domain:Domain");
        OTHER_NAME.put("rds:DbCluster", "aws:rds/cluster:Cluster");
        OTHER_NAME.put("rds:DbInstance", "aws:rds/instance:Instance");
        OTHER_NAME.put("secretsmanager:ResourcePolicy", "aws:secretsmanager/secretPolicy:SecretPolicy");
        OTHER_NAME.put("sns:TopicInlinePolicy", "aws:sns/topicPolicy:TopicPolicy");
        OTHER_NAME.put("sqs:QueueInlinePolicy", "aws:sqs/queuePolicy:QueuePolicy");
        OTHER_NAME.put("stepfunctions:StateMachine", "aws:sfn/stateMachine:StateMachine");
    }

    private NativeTypes() {}

    static String canonical(String token) {
        String[] parts = token.split(":", -1);
        if (parts.length != 3 || parts[2].isEmpty()) {
            return token;
        }
        String named = OTHER_NAME.get(parts[1] + ":" + parts[2]);
        return named != null ? named : "aws:" + parts[1] + "/" + AwsTypes.lowerFirst(parts[2]) + ":" + parts[2];
    }
}
