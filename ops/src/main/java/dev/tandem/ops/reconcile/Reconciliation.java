package dev.tandem.ops.reconcile;

import dev.tandem.ops.failover.Pair;
import dev.tandem.ops.reconcile.LateWrite.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an unplanned takeover cost one table.
 *
 * @param table     its name, the same in both regions
 * @param takeover  the last one that the survivor's stream has; empty when it was more than 24 hours ago, or never
 * @param late      the primary's late writes, one for each item, the oldest first
 * @param unstamped items that the primary wrote without a stamp, of which nothing can be said
 * @param complete  whether both streams were read to their ends
 */
public record Reconciliation(String table, Optional<Takeover> takeover, List<LateWrite> late, long unstamped, boolean complete) {

    /** How long a stream keeps a record, AWS's developer guide of DynamoDB Streams. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Reads both streams. Changes nothing. */
    public static Reconciliation of(Pair pair, String table) {
        return of(pair.primary(), pair.survivor(), table, region -> TableStream.read(pair.regions().apply(region), table));
    }

    static Reconciliation of(String primary, String survivor, String table, Function<String, TableStream.Records> streams) {
        // The survivor's is the later one: what its write replaced in the primary's is in it by then, if it ever arrived.
        TableStream.Records here = streams.apply(primary);
        TableStream.Records there = streams.apply(survivor);
        boolean complete = here.complete() && there.complete();
        Optional<Takeover> takeover = Takeover.last(there.changes(), primary, survivor);
        if (takeover.isEmpty()) {
            return new Reconciliation(table, takeover, List.of(), 0, complete);
        }
        return new Reconciliation(table, takeover, LateWrites.of(primary, takeover.get(), here.changes(), there.changes()),
                LateWrites.unstamped(takeover.get(), here.changes(), there.changes()), complete);
    }

    /** How many of them ended so. */
    public long count(Verdict verdict) {
        return late.stream().filter(write -> write.verdict() == verdict).count();
    }

    /**
     * Most time between the oldest late write and the takeover: the recovery point as it was; zero when there is none. Both times are
     * rounded down to whole seconds (AWS API reference, StreamRecord), so it is a second more than they differ by.
     */
    public Duration recoveryPoint() {
        return late.stream().map(LateWrite::at).min(Instant::compareTo)
                .flatMap(oldest -> takeover.map(moved -> Duration.between(oldest, moved.at())))
                .filter(lag -> !lag.isNegative())
                .map(lag -> lag.plusSeconds(1))
                .orElse(Duration.ZERO);
    }

    /** Whether somebody must look: something was lost, is not known, was not read, or has not arrived. */
    public boolean open() {
        return !complete || unstamped > 0 || late.stream().anyMatch(write -> write.verdict() != Verdict.KEPT);
    }
}
