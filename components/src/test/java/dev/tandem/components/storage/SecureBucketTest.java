package dev.tandem.components.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.RecordedDeployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecureBucketTest {

    private static RecordedDeployment deployment;

    /** Not in a static initialiser: the program runs in another thread, which would wait for this class for ever. */
    @BeforeAll
    static void deploy() {
        deployment = RecordedDeployment.of("test", ctx -> {
            SecureBucket logs = new SecureBucket(
                    "logs", SecureBucketArgs.builder("some-logs").build(), ComponentResourceOptions.Empty);
            new SecureBucket("data", SecureBucketArgs.builder("some-data")
                    .kmsKeyArn(Output.of("arn:key")).expirationDays(365).lockDays(365).accessLogs(logs)
                    .build(), ComponentResourceOptions.Empty);
        });
        deployment.result().throwOnError();
    }

    @Test
    void everyBucketIsPrivateVersionedAndOwned() {
        for (String name : List.of("logs", "data")) {
            assertThat(deployment.get("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name + "-private").inputs())
                    .containsEntry("blockPublicAcls", true).containsEntry("blockPublicPolicy", true)
                    .containsEntry("ignorePublicAcls", true).containsEntry("restrictPublicBuckets", true);
            assertThat(deployment.get("aws:s3/bucketVersioningV2:BucketVersioningV2", name + "-versioning")
                    .text("versioningConfiguration")).isEqualTo("{status=Enabled}");
            assertThat(deployment.get("aws:s3/bucketOwnershipControls:BucketOwnershipControls", name + "-ownership")
                    .text("rule")).isEqualTo("{objectOwnership=BucketOwnerEnforced}");
        }
    }

    @Test
    void encryptsWithTheKeyGivenElseWithTheServicesOwn() {
        String type = "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
        assertThat(deployment.get(type, "data-encryption").text("rules")).contains("sseAlgorithm=aws:kms")
                .contains("kmsMasterKeyId=arn:key").contains("bucketKeyEnabled=true");
        assertThat(deployment.get(type, "logs-encryption").text("rules")).contains("sseAlgorithm=AES256");
    }

    @Test
    void refusesPlaintextAndOldTls() {
        String policy = deployment.get("aws:s3/bucketPolicy:BucketPolicy", "logs-policy").text("policy");
        var statements = JsonParser.parseString(policy).getAsJsonObject().getAsJsonArray("Statement");
        assertThat(statements).hasSize(2).allSatisfy(statement -> {
            JsonObject deny = statement.getAsJsonObject();
            assertThat(deny.get("Effect").getAsString()).isEqualTo("Deny");
            assertThat(deny.get("Resource")).hasToString("[\"arn:aws:s3:::some-logs\",\"arn:aws:s3:::some-logs/*\"]");
        });
        assertThat(policy).contains("{\"Bool\":{\"aws:SecureTransport\":[\"false\"]}}")
                .contains("{\"NumericLessThan\":{\"s3:TlsVersion\":[\"1.2\"]}}");
    }

    @Test
    void locksAndLogsWhereAskedFor() {
        assertThat(deployment.ofType("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2"))
                .singleElement().extracting(lock -> lock.inputs().get("rule"))
                .isEqualTo(Map.of("defaultRetention", Map.of("days", 365.0, "mode", "GOVERNANCE")));
        assertThat(deployment.ofType("aws:s3/bucketLoggingV2:BucketLoggingV2"))
                .singleElement().extracting(log -> log.text("targetBucket") + " " + log.text("targetPrefix"))
                .isEqualTo("some-logs s3/data/");
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThatThrownBy(() -> SecureBucketArgs.builder("No_Bucket").expirationDays(30).lockDays(31).build())
                .hasMessage("bucket arguments: bucketName is \"No_Bucket\", expected 3 to 63 lower-case letters, digits and"
                        + " dashes; lockDays is 31, expected 0 to 30, the days after which objects are deleted");
    }
}
