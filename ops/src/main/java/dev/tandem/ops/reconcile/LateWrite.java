package dev.tandem.ops.reconcile;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The last thing that the primary did to an item under its old epoch, and that the survivor did not have at the takeover.
 *
 * @param key     the item, {@code PK / SK}
 * @param at      when the primary wrote it
 * @param verdict what became of it
 * @param lost    the image that is in no table any more: the primary's when it was overwritten, the survivor's when they conflict;
 *                empty when nothing was lost, or when what was lost is a deletion: the image before it was to be gone
 */
public record LateWrite(String key, Instant at, Verdict verdict, Map<String, AttributeValue> lost) {

    /** What became of a late write. */
    public enum Verdict {
        /** It arrived after the takeover, and replaced nothing that the survivor wrote. */
        KEPT,
        /** The survivor wrote the item after the takeover, without having seen it: the later write won. */
        OVERWRITTEN,
        /** It replaced what the survivor had written and acknowledged: the primary wrote later, not knowing of the takeover. */
        CONFLICTING,
        /** It has not arrived, nor has anything else replaced it: replication is under way. */
        WAITING
    }
}
