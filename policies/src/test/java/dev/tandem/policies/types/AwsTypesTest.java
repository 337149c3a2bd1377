package dev.tandem.policies.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policy.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One token for what versions and providers call differently. */
class AwsTypesTest {

    @ParameterizedTest
    @CsvSource({
        // version 6's old and new forms of the bucket family become version 7's
        "aws:s3/bucketV2:BucketV2,aws:s3/bucket:Bucket",
        "aws:s3/bucketVersioningV2:BucketVersioningV2,aws:s3/bucketVersioning:BucketVersioning",
        "aws:s3/bucketLoggingV2:BucketLoggingV2,aws:s3/bucketLogging:BucketLogging",
        "aws:s3/bucketAclV2:BucketAclV2,aws:s3/bucketAcl:BucketAcl",
        "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2,aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2,aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucket:Bucket,aws:s3/bucket:Bucket",
        // modules that repeat another
        "aws:alb/listener:Listener,aws:lb/listener:Listener",
        "aws:applicationloadbalancing/targetGroup:TargetGroup,aws:lb/targetGroup:TargetGroup",
        "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer,aws:lb/loadBalancer:LoadBalancer",
        "aws:elasticloadbalancing/loadBalancer:LoadBalancer,aws:elb/loadBalancer:LoadBalancer",
        // a V2 that is a service of its own stays
        "aws:apigatewayv2/api:Api,aws:apigatewayv2/api:Api",
        "aws:wafv2/webAcl:WebAcl,aws:wafv2/webAcl:WebAcl",
    })
    void aws(String token, String canonical) {
        assertThat(AwsTypes.canonical(token)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "aws-native:s3:Bucket,aws:s3/bucket:Bucket",
        "aws-native:sqs:Queue,aws:sqs/queue:Queue",
        "aws-native:rds:DbInstance,aws:rds/instance:Instance",
        "aws-native:rds:DbCluster,aws:rds/cluster:Cluster",
        "aws-native:logs:LogGroup,aws:cloudwatch/logGroup:LogGroup",
        "aws-native:elasticloadbalancingv2:Listener,aws:lb/listener:Listener",
        "aws-native:ec2:SecurityGroupIngress,aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "aws-native:athena:WorkGroup,aws:athena/workgroup:Workgroup",
        "aws-native:backup:BackupVault,aws:backup/vault:Vault",
        "aws-native:sns:Subscription,aws:sns/topicSubscription:TopicSubscription",
        "aws-native:autoscaling:AutoScalingGroup,aws:autoscaling/group:Group",
        "aws-native:route53:RecordSet,aws:route53/record:Record",
        "aws-native:cassandra:Table,aws:keyspaces/table:Table",
        "aws-native:amazonmq:Broker,aws:mq/broker:Broker",
        "aws-native:stepfunctions:StateMachine,aws:sfn/stateMachine:StateMachine",
        "aws-native:kinesisfirehose:DeliveryStream,aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    })
    void awsNative(String token, String canonical) {
        assertThat(AwsTypes.canonical(token)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "aws", "aws:", "aws:s3", "aws:s3/bucket:", "aws::", "aws-native:", "aws-native:s3:", "aws-native:s3",
        "pulumi:pulumi:Stack", "pulumi:providers:aws", "random:index/randomId:RandomId", "tandem:storage:SecureBucket",
        "kubernetes:core/v1:Pod", "awsx:ec2:Vpc", "aws:s3/bucket:Bucket:more",
    })
    void others_stay_as_they_are(String token) {
        assertThat(AwsTypes.canonical(token)).isEqualTo(token);
    }

    static Stream<String> typesOfRules() {
        return Catalogue.rules().stream().flatMap(rule -> rule.types().stream()).distinct();
    }

    @Test
    void a_canonical_token_is_its_own_canonical_token() {
        List<String> unstable = typesOfRules().filter(type -> !AwsTypes.canonical(type).equals(type)).toList();
        assertThat(unstable).as("types of rules that no resource is ever normalised to").isEmpty();
    }

    @Test
    void every_rule_names_tokens_of_the_usual_form() {
        List<String> odd = Catalogue.rules().stream().map(Rule::types)
                .flatMap(java.util.Set::stream)
                .filter(type -> !type.matches("aws:[a-z0-9]+/([a-z])(\\w*):\\w+")
                        || !type.substring(type.lastIndexOf(':') + 1).equals(upperFirst(type.substring(type.indexOf('/') + 1, type.lastIndexOf(':')))))
                .toList();
        assertThat(odd).as("tokens that are no module/name:Name").isEmpty();
    }

    private static String upperFirst(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
