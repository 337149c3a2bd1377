package dev.tandem.components.storage;

import com.pulumi.core.Output;
import dev.tandem.components.args.Problems;
import dev.tandem.components.iam.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bucket is made from. Immutable, checked when it is built.
 *
 * @param bucketName     physical name, unique in all of AWS
 * @param kmsKeyArn      customer key; empty is S3's own key (AES-256), the only one that load balancers can write with
 * @param expirationDays days after which objects are deleted; superseded versions go 30 days after they were superseded
 * @param lockDays       days during which no version can be deleted or overwritten (object lock); 0 is none
 * @param lockForAll     whether nobody can pass the lock (compliance); otherwise whoever has the right to (governance)
 * @param statements     what the bucket's policy allows besides the denials that every bucket has
 * @param accessLogs     bucket that takes this one's access logs, under {@code s3/<name>/}; empty is none
 */
public record SecureBucketArgs(
        String bucketName,
        Optional<Output<String>> kmsKeyArn,
        int expirationDays,
        int lockDays,
        boolean lockForAll,
        List<Statement> statements,
        Optional<SecureBucket> accessLogs) {

    /** @throws IllegalArgumentException with everything that is wrong */
    public SecureBucketArgs {
        statements = List.copyOf(statements);
        Problems problems = new Problems("bucket arguments");
        problems.require(bucketName != null && bucketName.matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]"), "bucketName",
                bucketName, "3 to 63 lower-case letters, digits and dashes");
        problems.require(expirationDays >= 1, "expirationDays", expirationDays, "at least 1");
        problems.require(lockDays >= 0 && lockDays <= expirationDays, "lockDays", lockDays,
                "0 to " + expirationDays + ", the days after which objects are deleted");
        problems.throwIfAny();
    }

    /** ARN of the bucket, known before it exists. */
    public String arn() {
        return "arn:aws:s3:::" + bucketName;
    }

    /** Starts with a physical name; defaults: S3's own key, 90 days, no lock, no statement, no access log. */
    public static Builder builder(String bucketName) {
        return new Builder(bucketName);
    }

    /** Collects arguments. Not safe for use by several threads. */
    public static final class Builder {
        private final String bucketName;
        private final List<Statement> statements = new ArrayList<>();
        private Optional<Output<String>> kmsKeyArn = Optional.empty();
        private Optional<SecureBucket> accessLogs = Optional.empty();
        private int expirationDays = 90;
        private int lockDays;
        private boolean lockForAll;

        private Builder(String bucketName) {
            this.bucketName = bucketName;
        }

        /** Encrypts with a customer key. */
        public Builder kmsKeyArn(Output<String> arn) {
            kmsKeyArn = Optional.of(arn);
            return this;
        }

        /** Days after which objects are deleted. */
        public Builder expirationDays(int days) {
            expirationDays = days;
            return this;
        }

        /** Days during which no version can be deleted or overwritten. */
        public Builder lockDays(int days) {
            lockDays = days;
            return this;
        }

        /** Whether nobody can pass the lock, the account's root included. */
        public Builder lockForAll(boolean value) {
            lockForAll = value;
            return this;
        }

        /** Adds a statement to the bucket's policy. */
        public Builder statement(Statement statement) {
            statements.add(statement);
            return this;
        }

        /** Where this bucket's own access logs go. */
        public Builder accessLogs(SecureBucket bucket) {
            accessLogs = Optional.of(bucket);
            return this;
        }

        /** @throws IllegalArgumentException with everything that is wrong */
        public SecureBucketArgs build() {
            return new SecureBucketArgs(bucketName, kmsKeyArn, expirationDays, lockDays, lockForAll, statements, accessLogs);
        }
    }
}
