package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.closed;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.exposure.BucketAccessBlock;
import dev.tandem.policies.exposure.BucketAcl;
import dev.tandem.policies.exposure.CompleteAccessBlock;
import dev.tandem.policies.exposure.FunctionPermission;
import dev.tandem.policies.exposure.FunctionUrl;
import dev.tandem.policies.exposure.MetadataTokens;
import dev.tandem.policies.exposure.PublicAddress;
import dev.tandem.policies.exposure.PublicDatabase;
import dev.tandem.policies.keys.KeyRotation;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** What can be reached by everybody without being meant for everybody. */
final class ExposureRules {

    private ExposureRules() {}

    static List<Rule> rules() {
        return List.of(
                closed(stackMust("s3-public-access-block", Severity.HIGH))
                        .says("Buckets block public access in all four ways")
                        .fix("Add a BucketPublicAccessBlock for the bucket with blockPublicAcls, blockPublicPolicy,"
                                + " ignorePublicAcls and restrictPublicBuckets on.")
                        .cis("2.1.4").fsbp("S3.1", "S3.8")
                        .check(new BucketAccessBlock()),
                closed(advice("s3-public-access-block-complete", Severity.HIGH))
                        .says("A public access block blocks in all four ways")
                        .fix("Set blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets to true; at"
                                + " level remediate the rule sets them.")
                        .fsbp("S3.8")
                        .mend(new CompleteAccessBlock())
                        .check(new CompleteAccessBlock(), CompleteAccessBlock.TYPES),
                closed(must("s3-no-public-acl", Severity.CRITICAL))
                        .says("No access list opens a bucket or an object to everybody")
                        .fix("Set acl to private, or leave it out and use BucketOwnerEnforced ownership.")
                        .fsbp("S3.2", "S3.3", "S3.12")
                        .check(new BucketAcl(), BucketAcl.TYPES),
                closed(must("database-not-public", Severity.CRITICAL))
                        .says("Databases and brokers have no public address")
                        .fix("Set publiclyAccessible to false and use private subnets.")
                        .cis("2.3.3").fsbp("RDS.2", "Redshift.1", "DMS.1")
                        .check(new PublicDatabase(), PublicDatabase.TYPES),
                closed(must("compute-no-public-address", Severity.HIGH))
                        .says("Instances and tasks have no public address")
                        .fix("Use private subnets, set assignPublicIp or associatePublicIpAddress to false, and let a"
                                + " load balancer face the internet.")
                        .fsbp("EC2.9", "ECS.2")
                        .check(new PublicAddress(), PublicAddress.TYPES),
                closed(must("instance-imdsv2", Severity.HIGH))
                        .says("Instances answer metadata requests only with a token")
                        .fix("Set metadataOptions.httpTokens to required.")
                        .cis("5.6").fsbp("EC2.8")
                        .check(new MetadataTokens(), MetadataTokens.TYPES),
                closed(must("lambda-url-auth", Severity.CRITICAL))
                        .says("Function URLs ask for credentials")
                        .fix("Set authorizationType to AWS_IAM.")
                        .check(new FunctionUrl(), "aws:lambda/functionUrl:FunctionUrl", "aws:lambda/url:Url"),
                closed(must("lambda-permission-source", Severity.HIGH))
                        .says("Services call functions only on behalf of a named source")
                        .fix("Set sourceArn to the rule, bucket, topic or API that calls.")
                        .fsbp("Lambda.1")
                        .check(new FunctionPermission(), FunctionPermission.TYPES),
                must("kms-rotation", Severity.MEDIUM)
                        .says("Symmetric keys rotate")
                        .fix("Set enableKeyRotation to true.")
                        .gdpr("Art. 32(1)(a)").nis2("Art. 21(2)(h)").iso("A.8.24").cis("3.6").fsbp("KMS.4")
                        .mend(new KeyRotation())
                        .check(new KeyRotation(), "aws:kms/key:Key"));
    }
}
