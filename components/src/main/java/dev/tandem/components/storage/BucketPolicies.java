package dev.tandem.components.storage;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;
import java.util.ArrayList;
import java.util.List;

/** Bucket policies as plain data. */
final class BucketPolicies {

    private BucketPolicies() {}

    /** What every bucket refuses, then what this one allows. */
    static PolicyDocument of(String bucketArn, List<Statement> allowed) {
        List<Statement> statements = new ArrayList<>();
        statements.add(deny("DenyPlaintext", bucketArn, Condition.bool("aws:SecureTransport", false)));
        statements.add(deny("DenyOldTls", bucketArn, new Condition("NumericLessThan", "s3:TlsVersion", List.of("1.2"))));
        statements.addAll(allowed);
        return PolicyDocument.resource(statements.toArray(Statement[]::new));
    }

    private static Statement deny(String sid, String bucketArn, Condition condition) {
        return Statement.deny(sid)
                .awsPrincipals("*")
                .actions("s3:*")
                .resources(bucketArn, bucketArn + "/*")
                .when(condition)
                .build();
    }
}
