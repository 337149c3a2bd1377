package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.named;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** What is typed and shown in sessions with containers and machines is encrypted. */
public final class Sessions {

    private static final String CLUSTER = "aws:ecs/cluster:Cluster";
    private static final String COMMANDS = "configuration[0].executeCommandConfiguration[0]";
    private static final String DOCUMENT = "aws:ssm/document:Document";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            named(CLUSTER, "sessions with containers are not encrypted with a key of the account", "the ARN of a KMS key",
                    COMMANDS + ".kmsKeyId").whenSaid(COMMANDS),
            on(CLUSTER, "the record of sessions is not encrypted", COMMANDS + ".logConfiguration[0].cloudWatchEncryptionEnabled")
                    .whenSaid(COMMANDS + ".logConfiguration[0].cloudWatchLogGroupName"),
            on(CLUSTER, "the record of sessions is not encrypted",
                    COMMANDS + ".logConfiguration[0].s3BucketEncryptionEnabled", COMMANDS + ".logConfiguration[0].s3EncryptionEnabled")
                    .whenSaid(COMMANDS + ".logConfiguration[0].s3BucketName"),
            named(DOCUMENT, "sessions with machines are not encrypted with a key of the account", "the ID of a KMS key",
                    "content|json.inputs.kmsKeyId").when("documentType", "Session").when("documentFormat", "|JSON"),
            of(DOCUMENT, "the record of sessions is not encrypted", "true",
                    p -> p.at("s3EncryptionEnabled").boolOr(false) || p.at("cloudWatchEncryptionEnabled").boolOr(false),
                    "content|json.inputs").when("documentType", "Session").when("documentFormat", "|JSON"));

    private Sessions() {}
}
