package dev.tandem.policies.keys;

import static dev.tandem.policies.demand.Demand.ownKey;

import dev.tandem.policies.demand.Demands;

/** Messages, records and events are under a key of the account, which it can withdraw. */
public final class MessageKeys {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            ownKey("aws:sns/topic:Topic", "messages are under AWS' own key", "kmsMasterKeyId")
                    .whenSaid("kmsMasterKeyId"),
            ownKey("aws:sqs/queue:Queue", "messages are under AWS' own key", "kmsMasterKeyId")
                    .whenSaid("kmsMasterKeyId"),
            ownKey("aws:kinesis/stream:Stream", "records are under AWS' own key", "kmsKeyId", "streamEncryption.keyId"),
            ownKey("aws:kinesis/videoStream:VideoStream", "video is under AWS' own key", "kmsKeyId"),
            ownKey("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "records are under AWS' own key",
                    "serverSideEncryption[0].keyArn", "deliveryStreamEncryptionConfigurationInput.keyArn")
                    .unlessSaid("kinesisSourceConfiguration", "mskSourceConfiguration"),
            ownKey("aws:msk/cluster:Cluster", "messages are under AWS' own key",
                    "encryptionInfo[0].encryptionAtRestKmsKeyArn", "encryptionInfo.encryptionAtRest.dataVolumeKmsKeyId"),
            ownKey("aws:mq/broker:Broker", "messages are under AWS' own key", "encryptionOptions[0].kmsKeyId"),
            ownKey("aws:cloudwatch/eventBus:EventBus", "events are under AWS' own key", "kmsKeyIdentifier"),
            ownKey("aws:cloudwatch/eventArchive:EventArchive", "events are under AWS' own key", "kmsKeyIdentifier"),
            ownKey("aws:pipes/pipe:Pipe", "events are under AWS' own key", "kmsKeyIdentifier"),
            ownKey("aws:scheduler/schedule:Schedule", "schedules are under AWS' own key", "kmsKeyArn"));

    private MessageKeys() {}
}
