package dev.tandem.components.foundation;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudtrail.TrailArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.storage.SecureBucket;
import dev.tandem.components.storage.SecureBucketArgs;
import java.util.Map;

/**
 * CloudTrail for all regions, validated and encrypted, into a bucket whose versions, unless the plan says otherwise,
 * cannot be deleted for a year.
 */
public final class AuditTrail extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:foundation:AuditTrail";

    /**
     * Declares trail and bucket.
     *
     * @param keyArn     customer key of this region, whose policy must name the trail
     * @param accessLogs bucket for the access log of the trail's bucket
     */
    public AuditTrail(String name, AuditTrailPlan plan, Output<String> keyArn, SecureBucket accessLogs,
            ComponentResourceOptions options) {
        super(TYPE, name, options);
        SecureBucketArgs.Builder args = SecureBucketArgs.builder(plan.bucket())
                .kmsKeyArn(keyArn)
                .expirationDays(plan.retentionDays())
                .lockDays(plan.lock() == TrailLock.NONE ? 0 : plan.retentionDays())
                .lockForAll(plan.lock() == TrailLock.COMPLIANCE)
                .accessLogs(accessLogs);
        plan.statements().forEach(args::statement);
        SecureBucket bucket = new SecureBucket(
                name, args.build(), ComponentResourceOptions.builder().parent(this).build());
        Trail trail = new Trail(name, TrailArgs.builder()
                .name(plan.trailName())
                .s3BucketName(bucket.bucketName())
                .kmsKeyId(keyArn)
                .isMultiRegionTrail(true)
                .includeGlobalServiceEvents(true)
                .enableLogFileValidation(true)
                .enableLogging(true)
                .build(), CustomResourceOptions.builder().parent(this).dependsOn(bucket.ready()).build());
        registerOutputs(Map.of("trailArn", trail.arn()));
    }
}
