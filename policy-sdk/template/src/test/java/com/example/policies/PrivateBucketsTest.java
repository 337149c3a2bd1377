package com.example.policies;

import dev.tandem.policy.testing.RuleTester;
import dev.tandem.policy.testing.TestResource;
import org.junit.jupiter.api.Test;

class PrivateBucketsTest {

    private final RuleTester tester = RuleTester.of(PrivateBuckets.RULE);
    private final TestResource bucket = TestResource.of("aws:s3/bucket:Bucket", "logs").with("acl", "private");

    @Test
    void bucketsArePrivate() {
        tester.on(bucket).assertClean();
        tester.on(bucket.without("acl")).assertClean();
        tester.on(bucket.with("acl", "public-read")).assertViolatesOnce("anybody may read it").assertViolatesAt("acl");
        tester.on(bucket.withUnknown("acl")).assertUndecided("acl");
    }
}
