package dev.tandem.policies.encryption;

import dev.tandem.policies.Settings;
import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.Set;

/**
 * Every bucket says how it is encrypted, inline or by a configuration resource of its own. S3 encrypts with its own
 * key since January 2023 in any case; the declaration keeps it from being left to a default, and names the key.
 */
public final class Buckets implements StackCheck {

    private static final String BUCKET = "aws:s3/bucket:Bucket";
    private static final String SIBLING =
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    private static final Set<String> ALGORITHMS = Set.of("AES256", "aws:kms", "aws:kms:dsse");

    @Override
    public void check(StackContext context) {
        boolean customerKey = Settings.flag(context, "requireCustomerKey", false);
        context.each(context.graph().ofType(BUCKET), bucket -> judge(context, bucket, customerKey));
    }

    private static void judge(StackContext context, Resource bucket, boolean customerKey) {
        Link best = Link.NO;
        for (Resource sibling : context.graph().ofType(SIBLING)) {
            Link link = Links.between(sibling, "bucket", bucket);
            if (link == Link.YES) {
                algorithm(context, sibling, sibling.get("rules"), customerKey);
                return;
            }
            best = link == Link.MAYBE ? link : best;
        }
        // After the sibling: once the bucket is made, the provider shows S3's own default here, or an empty list.
        Property inline = Declared.of(bucket, "serverSideEncryptionConfiguration",
                "serverSideEncryptionConfigurations", "bucketEncryption");
        if (!inline.isMissing()) {
            Property rules = First.of(inline, "[0].rules", "[0].rule", "[0].serverSideEncryptionConfiguration");
            algorithm(context, bucket, rules, customerKey);
            return;
        }
        if (best == Link.MAYBE) {
            context.undecided(bucket.properties(), "an encryption configuration exists, for which bucket cannot be told");
        } else {
            context.violation(bucket, "found no encryption configuration, inline or of its own, for this bucket;"
                    + " expected aws:kms or AES256");
        }
    }


    private static void algorithm(StackContext context, Resource about, Property rules, boolean customerKey) {
        Property byDefault = First.of(rules, "[0].applyServerSideEncryptionByDefault",
                "[0].applyServerSideEncryptionByDefaults", "[0].serverSideEncryptionByDefault");
        Property found = byDefault.at("[0].sseAlgorithm");
        String name = found.stringOr("");
        if (!ALGORITHMS.contains(name)) {
            context.violation(about, found, "found " + found + ", expected aws:kms or AES256");
        } else if (customerKey && (name.equals("AES256")
                || First.nothing(First.of(byDefault, "[0].kmsMasterKeyId", "[0].kmsMasterKeyID")))) {
            context.violation(about, found, "found " + found + " without a key, expected aws:kms with kmsMasterKeyId:"
                    + " the configuration asks for a customer key");
        }
    }
}
