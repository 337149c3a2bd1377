package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.named;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Glue's catalogue, connections, logs, bookmarks and results are encrypted. */
public final class GlueData {

    private static final String CATALOGUE = "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings";
    private static final String SECURITY = "aws:glue/securityConfiguration:SecurityConfiguration";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching(CATALOGUE, "the catalogue is not encrypted", "SSE-KMS.*", "SSE-KMS",
                    "dataCatalogEncryptionSettings[0].encryptionAtRest[0].catalogEncryptionMode"),
            on(CATALOGUE, "passwords of connections are not encrypted",
                    "dataCatalogEncryptionSettings[0].connectionPasswordEncryption[0].returnConnectionPasswordEncrypted"),
            matching(SECURITY, "logs are not encrypted", "SSE-KMS", "SSE-KMS",
                    "encryptionConfiguration[0].cloudwatchEncryption[0].cloudwatchEncryptionMode"),
            matching(SECURITY, "job bookmarks are not encrypted", "CSE-KMS", "CSE-KMS",
                    "encryptionConfiguration[0].jobBookmarksEncryption[0].jobBookmarksEncryptionMode"),
            matching(SECURITY, "results are not encrypted with KMS", "SSE-KMS", "SSE-KMS",
                    "encryptionConfiguration[0].s3Encryption[0].s3EncryptionMode",
                    "encryptionConfiguration[0].s3Encryptions[0].s3EncryptionMode"),
            named("aws:glue/job:Job", "logs, bookmarks and results are not encrypted", "a security configuration",
                    "securityConfiguration"),
            named("aws:glue/crawler:Crawler", "logs and bookmarks are not encrypted", "a security configuration",
                    "securityConfiguration", "crawlerSecurityConfiguration"),
            named("aws:glue/devEndpoint:DevEndpoint", "logs and bookmarks are not encrypted", "a security configuration",
                    "securityConfiguration"));

    private GlueData() {}
}
