package dev.tandem.preview.picture;

import dev.tandem.preview.picture.Architecture.Part;
import java.util.Map;
import java.util.Optional;

/** Resources that keep something: data, messages, secrets, images, keys. */
final class Stores {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("aws:dynamodb/table:Table", "table"),
            Map.entry("aws:sqs/queue:Queue", "queue"),
            Map.entry("aws:sns/topic:Topic", "topic"),
            Map.entry("aws:cloudwatch/eventBus:EventBus", "event bus"),
            Map.entry("aws:secretsmanager/secret:Secret", "secret"),
            Map.entry("aws:ssm/parameter:Parameter", "parameter"),
            Map.entry("aws:s3/bucketV2:BucketV2", "bucket"),
            Map.entry("aws:s3/bucket:Bucket", "bucket"),
            Map.entry("aws:efs/fileSystem:FileSystem", "file system"),
            Map.entry("aws:ecr/repository:Repository", "images"),
            Map.entry("aws:kms/key:Key", "key"),
            Map.entry("aws:cloudtrail/trail:Trail", "audit trail"),
            Map.entry("aws:sfn/stateMachine:StateMachine", "state machine"),
            Map.entry("aws:lambda/function:Function", "function"));

    private Stores() {}

    /** A part for a resource of this type; empty when it keeps nothing. */
    static Optional<Part> part(String type, String name) {
        return Optional.ofNullable(WORDS.get(type)).map(word -> new Part(word, name));
    }
}
