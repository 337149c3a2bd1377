package dev.tandem.ops.reconcile;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One record of a table's stream.
 *
 * @param key    the item, {@code PK / SK}
 * @param at     when, by the region's clock
 * @param before the item before it; empty when there was none
 * @param after  the item after it; empty when it was deleted
 * @param expired whether DynamoDB deleted it itself, since its time was over
 */
record Change(String key, Instant at, Map<String, AttributeValue> before, Map<String, AttributeValue> after, boolean expired) {

    /** Key of the item that says which region writes (ADR 0031). */
    static final String EPOCH = "#epoch / #epoch";

    /** The service kit's stamps: the region that wrote the item, and the epoch's number then. */
    static final String WRITTEN_IN = "writtenIn";

    static final String WRITTEN_EPOCH = "writtenEpoch";

    /** Copies the images. */
    Change {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** The region that wrote the item as it is after the change, by the service kit's stamp. */
    Optional<String> writtenIn() {
        return text(after, WRITTEN_IN);
    }

    /** Whether the item was written under an epoch or a later one. */
    static boolean since(Map<String, AttributeValue> item, long epoch) {
        return number(item, WRITTEN_EPOCH).filter(number -> number >= epoch).isPresent();
    }

    boolean deletes() {
        return after.isEmpty();
    }

    static Optional<String> text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    static Optional<Long> number(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::n).map(Long::valueOf);
    }
}
