package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demands;

/** What builds make and print is encrypted. */
public final class Builds {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            off("aws:codebuild/project:Project", "artifacts are not encrypted", "artifacts[0].encryptionDisabled"),
            off("aws:codebuild/project:Project", "artifacts are not encrypted", "encryptionDisabled")
                    .inEach("secondaryArtifacts"),
            off("aws:codebuild/project:Project", "logs in S3 are not encrypted", "logsConfig[0].s3Logs[0].encryptionDisabled"),
            off("aws:codebuild/reportGroup:ReportGroup", "reports are not encrypted",
                    "exportConfig[0].s3Destination[0].encryptionDisabled"));

    private Builds() {}
}
