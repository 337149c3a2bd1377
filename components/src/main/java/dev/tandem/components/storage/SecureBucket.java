package dev.tandem.components.storage;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketLoggingV2;
import com.pulumi.aws.s3.BucketLoggingV2Args;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2Args;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleDefaultRetentionArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/** A bucket with everything that a bucket should have; what it allows comes with its arguments. */
public final class SecureBucket extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:storage:SecureBucket";

    private static final int KEEP_SUPERSEDED_DAYS = 30;

    private final String name;
    private final SecureBucketArgs args;
    private final CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
    private final BucketV2 bucket;
    private final BucketPolicy policy;

    /** Declares the bucket and its seven settings, and the lock and the access log where asked for. */
    public SecureBucket(String name, SecureBucketArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.name = name;
        this.args = args;
        this.bucket = new BucketV2(name, BucketV2Args.builder()
                .bucket(args.bucketName())
                .objectLockEnabled(args.lockDays() > 0)
                .forceDestroy(false)
                .build(), child);
        encrypt();
        keepPrivate();
        keepVersions();
        args.accessLogs().ifPresent(this::logTo);
        // Users of the bucket wait for this one: services check the policy before they deliver.
        this.policy = new BucketPolicy(name + "-policy", BucketPolicyArgs.builder()
                .bucket(bucket.id())
                .policy(BucketPolicies.of(args.arn(), args.statements()).toJson())
                .build(), child);
        registerOutputs(Map.of("bucket", bucket.bucket()));
    }

    private void encrypt() {
        var byDefault = BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs.builder();
        args.kmsKeyArn().ifPresentOrElse(
                key -> byDefault.sseAlgorithm("aws:kms").kmsMasterKeyId(key), () -> byDefault.sseAlgorithm("AES256"));
        new BucketServerSideEncryptionConfigurationV2(
                name + "-encryption", BucketServerSideEncryptionConfigurationV2Args.builder()
                        .bucket(bucket.id())
                        .rules(BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                                .applyServerSideEncryptionByDefault(byDefault.build())
                                .bucketKeyEnabled(args.kmsKeyArn().isPresent())
                                .build())
                        .build(), child);
    }

    private void keepPrivate() {
        new BucketPublicAccessBlock(name + "-private", BucketPublicAccessBlockArgs.builder()
                .bucket(bucket.id())
                .blockPublicAcls(true)
                .blockPublicPolicy(true)
                .ignorePublicAcls(true)
                .restrictPublicBuckets(true)
                .build(), child);
        new BucketOwnershipControls(name + "-ownership", BucketOwnershipControlsArgs.builder()
                .bucket(bucket.id())
                .rule(BucketOwnershipControlsRuleArgs.builder().objectOwnership("BucketOwnerEnforced").build())
                .build(), child);
    }

    private void keepVersions() {
        BucketVersioningV2 versioning = new BucketVersioningV2(name + "-versioning", BucketVersioningV2Args.builder()
                .bucket(bucket.id())
                .versioningConfiguration(
                        BucketVersioningV2VersioningConfigurationArgs.builder().status("Enabled").build())
                .build(), child);
        CustomResourceOptions afterVersioning =
                CustomResourceOptions.builder().parent(this).dependsOn(versioning).build();
        new BucketLifecycleConfigurationV2(name + "-lifecycle", BucketLifecycleConfigurationV2Args.builder()
                .bucket(bucket.id())
                .rules(BucketLifecycleConfigurationV2RuleArgs.builder()
                        .id("expire")
                        .status("Enabled")
                        .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build())
                        .expiration(BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                                .days(args.expirationDays()).build())
                        .noncurrentVersionExpiration(
                                BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                                        .noncurrentDays(KEEP_SUPERSEDED_DAYS).build())
                        .abortIncompleteMultipartUpload(
                                BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                                        .daysAfterInitiation(7).build())
                        .build())
                .build(), afterVersioning);
        if (args.lockDays() > 0) {
            new BucketObjectLockConfigurationV2(name + "-lock", BucketObjectLockConfigurationV2Args.builder()
                    .bucket(bucket.id())
                    .rule(BucketObjectLockConfigurationV2RuleArgs.builder()
                            .defaultRetention(BucketObjectLockConfigurationV2RuleDefaultRetentionArgs.builder()
                                    .mode(args.lockForAll() ? "COMPLIANCE" : "GOVERNANCE").days(args.lockDays()).build())
                            .build())
                    .build(), afterVersioning);
        }
    }

    /** S3 refuses to log to a bucket whose policy does not let it yet. */
    private void logTo(SecureBucket logs) {
        new BucketLoggingV2(name + "-access-log", BucketLoggingV2Args.builder()
                .bucket(bucket.id())
                .targetBucket(logs.bucketName())
                .targetPrefix("s3/" + name + "/")
                .build(), CustomResourceOptions.builder().parent(this).dependsOn(logs.ready()).build());
    }

    /** Physical name of the bucket, as an output of the bucket, so that its users wait for it. */
    public Output<String> bucketName() {
        return bucket.bucket();
    }

    /** ARN of the bucket, as an output of the bucket. */
    public Output<String> arn() {
        return bucket.arn();
    }

    /** What a writer must depend on: AWS checks the policy when a service is told to deliver here. */
    public Resource ready() {
        return policy;
    }
}
