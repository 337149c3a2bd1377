package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;

import dev.tandem.policies.keys.ApplicationKeys;
import dev.tandem.policies.keys.BucketKeys;
import dev.tandem.policies.keys.DatabaseKeys;
import dev.tandem.policies.keys.MessageKeys;
import dev.tandem.policies.keys.StorageKeys;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Keys that the account owns: who may decrypt is said in one place, and can be withdrawn. Make them mandatory where asked. */
final class CustomerKeyRules {

    private CustomerKeyRules() {}

    static List<Rule> rules() {
        return List.of(
                ownKey(advice("customer-key-storage", Severity.LOW))
                        .says("Disks, files, backups and objects are under a customer key")
                        .fix("Set the property that the message names to the region's key.")
                        .check(StorageKeys.RULE),
                ownKey(advice("customer-key-database", Severity.LOW))
                        .says("Databases, caches and indices are under a customer key")
                        .fix("Set the property that the message names to the region's key; most databases are replaced.")
                        .check(DatabaseKeys.RULE),
                ownKey(advice("customer-key-messages", Severity.LOW))
                        .says("Messages, records and events are under a customer key")
                        .fix("Set the property that the message names to the region's key.")
                        .check(MessageKeys.RULE),
                ownKey(advice("customer-key-applications", Severity.LOW))
                        .says("What services around an application keep is under a customer key")
                        .fix("Set the property that the message names to the region's key.")
                        .check(ApplicationKeys.RULE),
                ownKey(stackAdvice("customer-key-s3", Severity.LOW))
                        .says("Buckets are under a customer key")
                        .fix("Set sseAlgorithm to aws:kms and kmsMasterKeyId to the region's key.")
                        .fsbp("S3.17")
                        .check(new BucketKeys()));
    }

    private static Entry ownKey(Entry entry) {
        return entry.gdpr("Art. 32(1)(a)").nis2("Art. 21(2)(h)").iso("A.8.24");
    }
}
