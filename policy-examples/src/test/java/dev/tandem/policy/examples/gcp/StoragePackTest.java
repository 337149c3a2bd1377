package dev.tandem.policy.examples.gcp;

import dev.tandem.policy.testing.RuleTester;
import dev.tandem.policy.testing.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoragePackTest {

    private final TestResource bucket = TestResource.of(Buckets.TYPE, "photos")
            .with("location", "EU").with("uniformBucketLevelAccess", true);
    private final TestResource grant = TestResource.of("gcp:storage/bucketIAMMember:BucketIAMMember", "readers")
            .with("role", "roles/storage.objectViewer")
            .with("member", "group:shop@example.org")
            .withUnknown("bucket")
            .withPropertyFrom("bucket", bucket);

    @Test
    void accessIsMadeUniform() {
        RuleTester tester = RuleTester.of(Buckets.UNIFORM_ACCESS);
        tester.on(bucket).assertMendsNothing();
        tester.on(bucket.without("uniformBucketLevelAccess")).assertMends("uniformBucketLevelAccess", true);
    }

    @Test
    void theLocationIsOneOfTheConfiguredOnes() {
        RuleTester tester = RuleTester.of(Buckets.LOCATION);
        tester.on(bucket).assertClean();
        tester.on(bucket.with("location", "europe-west1")).assertClean();
        tester.on(bucket.without("location")).assertViolatesOnce("is in US, allowed: EU, EUROPE-*").assertViolatesAt("location");
        tester.config(Map.of("locations", List.of("EU"))).on(bucket.with("location", "EUROPE-WEST1"))
                .assertViolatesOnce("is in EUROPE-WEST1, allowed: EU");
    }

    @Test
    void deletedObjectsAreKeptForAWeek() {
        RuleTester tester = RuleTester.of(Buckets.RECOVERABLE);
        tester.on(bucket).assertClean();
        TestResource hasty = bucket.with("softDeletePolicy", Map.of("retentionDurationSeconds", 0));
        tester.on(hasty).assertViolatesOnce("only for 0 s").assertViolatesAt("softDeletePolicy.retentionDurationSeconds");
        tester.on(hasty.with("versioning", Map.of("enabled", true))).assertClean();
    }

    @Test
    void aPublicGrantIsAFindingOnItsBucketAlsoWhileTheNameIsUnknown() {
        RuleTester tester = RuleTester.of(PublicMembers.NO_PUBLIC_BUCKET);
        tester.onStack(bucket, grant).assertClean();
        tester.onStack(bucket, grant.with("member", "allUsers"))
                .assertViolatesOnce("readers gives allUsers the role roles/storage.objectViewer")
                .assertViolatesOn(bucket)
                .assertFindings("no-public-bucket[readers]");
    }

    @Test
    void aGrantOnABucketOfAnotherStackIsAFindingOnTheGrant() {
        TestResource binding = TestResource.of("gcp:storage/bucketIAMBinding:BucketIAMBinding", "all")
                .with("bucket", "elsewhere")
                .with("members", List.of("user:a@example.org", "allAuthenticatedUsers"));
        RuleTester.of(PublicMembers.NO_PUBLIC_BUCKET).onStack(binding)
                .assertViolatesOnce("all gives allAuthenticatedUsers")
                .assertViolatesOn(binding)
                .assertViolatesAt("members[1]");
    }
}
