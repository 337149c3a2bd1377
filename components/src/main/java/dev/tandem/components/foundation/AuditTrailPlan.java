package dev.tandem.components.foundation;

import dev.tandem.components.iam.Statement;
import java.util.List;

/**
 * The trail that records all regions' management events.
 *
 * @param trailName     physical name
 * @param trailArn      ARN, known before it exists; the key's and the bucket's policy name it
 * @param bucket        physical name of its bucket
 * @param statements    what the bucket allows
 * @param retentionDays days that log files are kept
 * @param lock          whether they can be deleted or overwritten within these
 */
public record AuditTrailPlan(
        String trailName, String trailArn, String bucket, List<Statement> statements, int retentionDays,
        TrailLock lock) {

    /** A year: what ISO 27001 audits usually ask to see. */
    private static final int RETENTION_DAYS = 365;

    static AuditTrailPlan of(String trailName, String region, String accountId, String bucket, TrailLock lock) {
        String arn = "arn:aws:cloudtrail:" + region + ":" + accountId + ":trail/" + trailName;
        return new AuditTrailPlan(
                trailName, arn, bucket, LogDelivery.toTrailBucket("arn:aws:s3:::" + bucket, arn, accountId), RETENTION_DAYS,
                lock);
    }
}
