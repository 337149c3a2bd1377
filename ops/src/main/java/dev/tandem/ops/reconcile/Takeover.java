package dev.tandem.ops.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the right to write one table left the primary, as the survivor's own stream has it.
 *
 * @param epoch number of the survivor's epoch
 * @param at    when
 */
public record Takeover(long epoch, Instant at) {

    /** The last one that the survivor's stream still has. An epoch that comes from nobody is a failback that was taken back. */
    static Optional<Takeover> last(List<Change> inSurvivor, String primary, String survivor) {
        return inSurvivor.stream()
                .filter(change -> change.key().equals(Change.EPOCH))
                .filter(change -> Change.text(change.after(), "writer").filter(survivor::equals).isPresent())
                .filter(change -> Change.text(change.before(), "writer").orElse(primary).equals(primary))
                .reduce((earlier, later) -> later)
                .map(change -> new Takeover(Change.number(change.after(), "epoch").orElse(0L), change.at()));
    }
}
