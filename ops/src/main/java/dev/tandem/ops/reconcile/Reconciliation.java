package dev.tandem.ops.reconcile;

import dev.tandem.ops.failover.Pair;
import dev.tandem.ops.reconcile.LateWrite.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an unplanned takeover cost one table.
 *
 * @param table     its name, the same in both regions
 * @param takeover  the last one that the survivor's stream has; empty when it was more than 24 hours ago, or never
 * @param late      the primary's late writes, one for each item, the oldest first
 * @param unstamped items that the primary wrote without a stamp, of which nothing can be said
 */
public record Reconciliation(String table, Optional<Takeover> takeover, List<LateWrite> late, long unstamped) {

    /** How long a stream keeps a record, AWS's developer guide of DynamoDB Streams. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Reads both streams. Changes nothing. */
    public static Reconciliation of(Pair pair, String table) {
        List<Change> survivor = TableStream.read(pair.there(), table);
        Optional<Takeover> takeover = Takeover.last(survivor, pair.primary(), pair.survivor());
        if (takeover.isEmpty()) {
            return new Reconciliation(table, takeover, List.of(), 0);
        }
        List<Change> primary = TableStream.read(pair.regions().apply(pair.primary()), table);
        return new Reconciliation(table, takeover, LateWrites.of(pair.primary(), takeover.get(), primary, survivor),
                LateWrites.unstamped(takeover.get(), primary, survivor));
    }

    /** How many of them ended so. */
    public long count(Verdict verdict) {
        return late.stream().filter(write -> write.verdict() == verdict).count();
    }

    /** Time between the oldest late write and the takeover: the recovery point as it was; zero when there is none. */
    public Duration recoveryPoint() {
        return late.stream().map(LateWrite::at).min(Instant::compareTo)
                .flatMap(oldest -> takeover.map(moved -> Duration.between(oldest, moved.at())))
                .filter(lag -> !lag.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Whether somebody must look: something was lost, is not known, or has not arrived. */
    public boolean open() {
        return unstamped > 0 || late.stream().anyMatch(write -> write.verdict() != Verdict.KEPT);
    }
}
