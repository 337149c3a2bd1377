package dev.tandem.components.foundation;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.Statement;
import java.util.List;

/**
 * What AWS services need to be allowed to deliver their logs to a bucket: each to its own prefix, on behalf of this
 * account only.
 */
final class LogDelivery {

    private LogDelivery() {}

    /** Statements of the region's log bucket: load balancer, flow logs, access logs of other buckets. */
    static List<Statement> toLogBucket(String bucketArn, String region, String accountId) {
        String elb = "arn:aws:elasticloadbalancing:" + region + ":" + accountId + ":loadbalancer/*";
        String delivery = "arn:aws:logs:" + region + ":" + accountId + ":*";
        String bucketOwner = "arn:aws:s3:::*";
        return List.of(
                // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
                Statement.allow("LoadBalancerLogs")
                        .services("logdelivery.elasticloadbalancing.amazonaws.com")
                        .actions("s3:PutObject")
                        .resources(bucketArn + "/alb/AWSLogs/" + accountId + "/*")
                        .when(Condition.arnLike("aws:SourceArn", elb))
                        .build(),
                // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
                Statement.allow("FlowLogs")
                        .services("delivery.logs.amazonaws.com")
                        .actions("s3:PutObject")
                        .resources(bucketArn + "/vpc/AWSLogs/" + accountId + "/*")
                        .when(Condition.onBehalfOf(accountId, delivery))
                        .build(),
                Statement.allow("FlowLogsAclCheck")
                        .services("delivery.logs.amazonaws.com")
                        .actions("s3:GetBucketAcl", "s3:ListBucket")
                        .resources(bucketArn)
                        .when(Condition.onBehalfOf(accountId, delivery))
                        .build(),
                // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
                Statement.allow("BucketAccessLogs")
                        .services("logging.s3.amazonaws.com")
                        .actions("s3:PutObject")
                        .resources(bucketArn + "/s3/*")
                        .when(Condition.onBehalfOf(accountId, bucketOwner))
                        .build());
    }

    /**
     * Statements of the audit trail's bucket.
     * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
     */
    static List<Statement> toTrailBucket(String bucketArn, String trailArn, String accountId) {
        return List.of(
                Statement.allow("TrailAclCheck")
                        .services("cloudtrail.amazonaws.com")
                        .actions("s3:GetBucketAcl")
                        .resources(bucketArn)
                        .when(Condition.stringEquals("aws:SourceArn", trailArn))
                        .build(),
                Statement.allow("TrailLogs")
                        .services("cloudtrail.amazonaws.com")
                        .actions("s3:PutObject")
                        .resources(bucketArn + "/AWSLogs/" + accountId + "/*")
                        .when(Condition.stringEquals("aws:SourceArn", trailArn))
                        .when(Condition.stringEquals("s3:x-amz-acl", "bucket-owner-full-control"))
                        .build());
    }
}
