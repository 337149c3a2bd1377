package dev.tandem.policies.encryption;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Data streams are encrypted with KMS, delivery streams switch encryption on unless a data stream feeds them. */
public final class Streams implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:kinesis/stream:Stream", "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        "aws:kinesis/videoStream:VideoStream", "aws:msk/cluster:Cluster",
    };

    @Override
    public void check(ResourceContext context) {
        switch (AwsTypes.canonical(context.resource().type())) {
            case "aws:kinesis/stream:Stream" -> {
                Property type = First.of(context.resource(), "encryptionType", "streamEncryption.encryptionType");
                if (!type.stringOr("NONE").equals("KMS")) {
                    Expect.report(context, type, "records are not encrypted at rest", "KMS");
                }
            }
            case "aws:kinesis/videoStream:VideoStream" ->
                Expect.named(context, "video is not encrypted with a customer key", "the ARN of a KMS key", "kmsKeyId");
            case "aws:msk/cluster:Cluster" -> {
                if (First.nothing(context.get("encryptionInfo"))) {
                    Expect.report(context, context.get("encryptionInfo"), "how messages are encrypted is left to defaults",
                            "an encryptionInfo with the region's key");
                }
            }
            default -> {
                if (!First.nothing(context.get("kinesisSourceConfiguration"))) {
                    context.notApplicable("records are encrypted in the data stream that feeds this one");
                } else {
                    Expect.on(context, "records are not encrypted at rest", "serverSideEncryption[0].enabled");
                }
            }
        }
    }
}
