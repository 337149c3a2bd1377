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
        OTHER_NAME.put("amazonmq:Broker", "aws:mq/broker:Broker");
        OTHER_NAME.put("applicationautoscaling:ScalableTarget", "aws:appautoscaling/target:Target");
        OTHER_NAME.put("applicationautoscaling:ScalingPolicy", "aws:appautoscaling/policy:Policy");
        OTHER_NAME.put("appsync:GraphQlApi", "aws:appsync/graphQLApi:GraphQLApi");
        OTHER_NAME.put("aps:Workspace", "aws:amp/workspace:Workspace");
        OTHER_NAME.put("athena:WorkGroup", "aws:athena/workgroup:Workgroup");
        OTHER_NAME.put("autoscaling:AutoScalingGroup", "aws:autoscaling/group:Group");
        OTHER_NAME.put("autoscaling:LaunchConfiguration", "aws:ec2/launchConfiguration:LaunchConfiguration");
        OTHER_NAME.put("backup:BackupPlan", "aws:backup/plan:Plan");
        OTHER_NAME.put("backup:BackupVault", "aws:backup/vault:Vault");
        OTHER_NAME.put("cassandra:Keyspace", "aws:keyspaces/keyspace:Keyspace");
        OTHER_NAME.put("cassandra:Table", "aws:keyspaces/table:Table");
        OTHER_NAME.put("certificatemanager:Certificate", "aws:acm/certificate:Certificate");
        OTHER_NAME.put("cloudtrail:EventDataStore", "aws:cloudtrail/eventDataStore:EventDataStore");
        OTHER_NAME.put("cloudwatch:Alarm", "aws:cloudwatch/metricAlarm:MetricAlarm");
        OTHER_NAME.put("docdb:DbCluster", "aws:docdb/cluster:Cluster");
        OTHER_NAME.put("docdb:DbClusterParameterGroup", "aws:docdb/clusterParameterGroup:ClusterParameterGroup");
        OTHER_NAME.put("docdb:DbInstance", "aws:docdb/clusterInstance:ClusterInstance");
        OTHER_NAME.put("docdbelastic:Cluster", "aws:docdb/elasticCluster:ElasticCluster");
        OTHER_NAME.put("ec2:SecurityGroupEgress", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
        OTHER_NAME.put("ec2:SecurityGroupIngress", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
        OTHER_NAME.put("ec2:SnapshotBlockPublicAccess", "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess");
        OTHER_NAME.put("ec2:Volume", "aws:ebs/volume:Volume");
        OTHER_NAME.put("ec2:VpcEndpointServicePermissions",
                "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple");
        OTHER_NAME.put("ec2:VpcPeeringConnection", "aws:ec2/vpcPeeringConnection:VpcPeeringConnection");
        OTHER_NAME.put("eks:Nodegroup", "aws:eks/nodeGroup:NodeGroup");
        OTHER_NAME.put("elasticache:CacheCluster", "aws:elasticache/cluster:Cluster");
        OTHER_NAME.put("elasticloadbalancing:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer");
        OTHER_NAME.put("elasticloadbalancingv2:Listener", "aws:lb/listener:Listener");
        OTHER_NAME.put("elasticloadbalancingv2:ListenerRule", "aws:lb/listenerRule:ListenerRule");
        OTHER_NAME.put("elasticloadbalancingv2:LoadBalancer", "aws:lb/loadBalancer:LoadBalancer");
        OTHER_NAME.put("elasticloadbalancingv2:TargetGroup", "aws:lb/targetGroup:TargetGroup");
        OTHER_NAME.put("events:Archive", "aws:cloudwatch/eventArchive:EventArchive");
        OTHER_NAME.put("events:EventBus", "aws:cloudwatch/eventBus:EventBus");
        OTHER_NAME.put("events:EventBusPolicy", "aws:cloudwatch/eventBusPolicy:EventBusPolicy");
        OTHER_NAME.put("events:Rule", "aws:cloudwatch/eventRule:EventRule");
        OTHER_NAME.put("iam:ManagedPolicy", "aws:iam/policy:Policy");
        OTHER_NAME.put("kafkaconnect:Connector", "aws:mskconnect/connector:Connector");
        OTHER_NAME.put("kinesisfirehose:DeliveryStream", "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream");
        OTHER_NAME.put("kinesisvideo:Stream", "aws:kinesis/videoStream:VideoStream");
        OTHER_NAME.put("lambda:EventInvokeConfig", "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
        OTHER_NAME.put("lambda:Url", "aws:lambda/functionUrl:FunctionUrl");
        OTHER_NAME.put("logs:Destination", "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy");
        OTHER_NAME.put("logs:LogGroup", "aws:cloudwatch/logGroup:LogGroup");
        OTHER_NAME.put("logs:ResourcePolicy", "aws:cloudwatch/logResourcePolicy:LogResourcePolicy");
        OTHER_NAME.put("macie:Session", "aws:macie2/account:Account");
        OTHER_NAME.put("neptune:DbCluster", "aws:neptune/cluster:Cluster");
        OTHER_NAME.put("neptune:DbInstance", "aws:neptune/clusterInstance:ClusterInstance");
        OTHER_NAME.put("opensearchserverless:SecurityPolicy", "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy");
        OTHER_NAME.put("opensearchservice:Domain", "aws:opensearch/domain:Domain");
        OTHER_NAME.put("osis:Pipeline", "aws:opensearchingest/pipeline:Pipeline");
        OTHER_NAME.put("rds:DbCluster", "aws:rds/cluster:Cluster");
        OTHER_NAME.put("rds:DbClusterParameterGroup", "aws:rds/clusterParameterGroup:ClusterParameterGroup");
        OTHER_NAME.put("rds:DbInstance", "aws:rds/instance:Instance");
        OTHER_NAME.put("rds:DbParameterGroup", "aws:rds/parameterGroup:ParameterGroup");
        OTHER_NAME.put("rds:DbProxy", "aws:rds/proxy:Proxy");
        OTHER_NAME.put("rds:DbShardGroup", "aws:rds/shardGroup:ShardGroup");
        OTHER_NAME.put("redshift:ClusterParameterGroup", "aws:redshift/parameterGroup:ParameterGroup");
        OTHER_NAME.put("route53:Dnssec", "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec");
        OTHER_NAME.put("route53:HostedZone", "aws:route53/zone:Zone");
        OTHER_NAME.put("route53:RecordSet", "aws:route53/record:Record");
        OTHER_NAME.put("s3:MultiRegionAccessPointPolicy", "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy");
        OTHER_NAME.put("s3express:BucketPolicy", "aws:s3/bucketPolicy:BucketPolicy");
        OTHER_NAME.put("s3objectlambda:AccessPointPolicy",
                "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy");
        OTHER_NAME.put("sagemaker:EndpointConfig", "aws:sagemaker/endpointConfiguration:EndpointConfiguration");
        OTHER_NAME.put("secretsmanager:ResourcePolicy", "aws:secretsmanager/secretPolicy:SecretPolicy");
        OTHER_NAME.put("sns:Subscription", "aws:sns/topicSubscription:TopicSubscription");
        OTHER_NAME.put("sns:TopicInlinePolicy", "aws:sns/topicPolicy:TopicPolicy");
        OTHER_NAME.put("sqs:QueueInlinePolicy", "aws:sqs/queuePolicy:QueuePolicy");
        OTHER_NAME.put("sso:PermissionSet", "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy");
        OTHER_NAME.put("stepfunctions:Activity", "aws:sfn/activity:Activity");
        OTHER_NAME.put("stepfunctions:StateMachine", "aws:sfn/stateMachine:StateMachine");
        OTHER_NAME.put("timestream:Database", "aws:timestreamwrite/database:Database");
        OTHER_NAME.put("timestream:InfluxDbCluster", "aws:timestreaminfluxdb/dbCluster:DbCluster");
        OTHER_NAME.put("timestream:InfluxDbInstance", "aws:timestreaminfluxdb/dbInstance:DbInstance");
        OTHER_NAME.put("timestream:Table", "aws:timestreamwrite/table:Table");
        OTHER_NAME.put("wafv2:LoggingConfiguration", "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");
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
