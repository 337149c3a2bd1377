package dev.tandem.ops.reconcile;

import dev.tandem.ops.reconcile.LateWrite.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Judges late writes from the two regions' streams. DynamoDB lets the later write of an item win and says nothing of the other;
 * what it dropped is in the stream of the region that wrote it, and in no other. Pure. The rule is in docs/adr/0115.
 */
final class LateWrites {

    private final String primary;
    private final Takeover takeover;
    private final Map<String, List<Change>> inPrimary;
    private final Map<String, List<Change>> inSurvivor;

    private LateWrites(String primary, Takeover takeover, List<Change> inPrimary, List<Change> inSurvivor) {
        this.primary = primary;
        this.takeover = takeover;
        this.inPrimary = byKey(inPrimary);
        this.inSurvivor = byKey(inSurvivor);
    }

    /**
     * One for each item that the primary changed late, in the order of their changes.
     *
     * @param inPrimary  the primary's stream, of each item in order
     * @param inSurvivor the survivor's
     */
    static List<LateWrite> of(String primary, Takeover takeover, List<Change> inPrimary, List<Change> inSurvivor) {
        LateWrites writes = new LateWrites(primary, takeover, inPrimary, inSurvivor);
        List<LateWrite> late = new ArrayList<>();
        writes.inPrimary.forEach((key, changes) -> changes.stream()
                .filter(writes::ofThePrimary)
                .reduce((earlier, later) -> later)
                .flatMap(writes::judged)
                .ifPresent(late::add));
        return late.stream().sorted(Comparator.comparing(LateWrite::at)).toList();
    }

    /** Writes in the primary that carry no stamp and did not arrive before the takeover: nothing can be said of them. */
    static long unstamped(Takeover takeover, List<Change> inPrimary, List<Change> inSurvivor) {
        Map<String, List<Change>> survivor = byKey(inSurvivor);
        return inPrimary.stream()
                .filter(change -> !change.key().equals(Change.EPOCH) && !change.deletes() && change.writtenIn().isEmpty())
                .filter(change -> survivor.getOrDefault(change.key(), List.of()).stream()
                        .noneMatch(other -> other.after().equals(change.after()) && other.at().isBefore(takeover.at())))
                .map(Change::key).distinct().count();
    }

    private static Map<String, List<Change>> byKey(List<Change> changes) {
        Map<String, List<Change>> byKey = new LinkedHashMap<>();
        changes.stream().filter(change -> !change.key().equals(Change.EPOCH))
                .forEach(change -> byKey.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(change));
        return byKey;
    }

    /**
     * Done in the primary under its old epoch. A deletion carries no stamp: it is the survivor's when the survivor deleted first; the
     * same image where the survivor's stream has that deletion, else any.
     */
    private boolean ofThePrimary(Change change) {
        if (!change.deletes()) {
            return change.writtenIn().filter(primary::equals).isPresent() && !Change.since(change.after(), takeover.epoch());
        }
        List<Change> deletions = changes(change.key()).stream().filter(Change::deletes).toList();
        List<Change> same = deletions.stream().filter(there -> there.before().equals(change.before())).toList();
        return !change.expired() && !Change.since(change.before(), takeover.epoch())
                && (change.at().isBefore(takeover.at()) || (same.isEmpty() ? deletions : same).stream()
                        .noneMatch(there -> sinceTakeover(there) && !there.at().isAfter(change.at())));
    }

    private Optional<LateWrite> judged(Change write) {
        Optional<Change> arrival = arrival(write);
        if (arrival.isPresent()) {
            Change there = arrival.get();
            if (there.at().isBefore(takeover.at())) {
                return Optional.empty();
            }
            Optional<Change> replaced = replaced(there);
            return Optional.of(new LateWrite(write.key(), write.at(), replaced.isEmpty() ? Verdict.KEPT : Verdict.CONFLICTING,
                    replaced.map(this::lost).orElse(Map.of())));
        }
        // One of two writes that met wins in both regions: the survivor's has won once the primary's own stream shows it.
        List<Change> here = inPrimary.get(write.key());
        boolean replaced = here.subList(here.indexOf(write) + 1, here.size()).stream().anyMatch(later -> !later.expired());
        return Optional.of(new LateWrite(write.key(), write.at(), replaced ? Verdict.OVERWRITTEN : Verdict.WAITING,
                replaced ? write.after() : Map.of()));
    }

    /** Where the survivor received the same image, or the same deletion. */
    private Optional<Change> arrival(Change write) {
        return changes(write.key()).stream()
                .filter(there -> there.after().equals(write.after()) && (!write.deletes() || there.before().equals(write.before())))
                .reduce((earlier, later) -> later);
    }

    /** What the survivor had done last before the primary's writes of the item arrived. */
    private Optional<Change> replaced(Change arrival) {
        List<Change> changes = changes(arrival.key());
        return changes.subList(0, changes.indexOf(arrival)).stream().filter(this::ofTheSurvivor).reduce((earlier, later) -> later);
    }

    /**
     * Written by the survivor since the takeover. Where both deleted the same item it is the primary's deletion that arrived, also
     * where its time was over there: that arrives like any other.
     */
    private boolean ofTheSurvivor(Change change) {
        if (!change.deletes()) {
            return Change.since(change.after(), takeover.epoch());
        }
        return sinceTakeover(change) && inPrimary.getOrDefault(change.key(), List.of()).stream()
                .noneMatch(other -> other.deletes() && other.before().equals(change.before()) && (other.expired() || ofThePrimary(other)));
    }

    /**
     * What was replaced, as an item: none when the survivor had deleted it. A deletion of what the survivor had written may be the primary's,
     * when that deleted the item before, not seen here before the takeover: the image is kept then, for nobody can tell.
     */
    private Map<String, AttributeValue> lost(Change replaced) {
        if (!replaced.deletes()) {
            return replaced.after();
        }
        boolean eithers = inPrimary.getOrDefault(replaced.key(), List.of()).stream()
                .filter(other -> other.deletes() && !other.at().isAfter(replaced.at()) && !Change.since(other.before(), takeover.epoch()))
                .anyMatch(other -> changes(other.key()).stream().noneMatch(there ->
                        there.deletes() && there.before().equals(other.before()) && !sinceTakeover(there)));
        return eithers && Change.since(replaced.before(), takeover.epoch()) ? replaced.before() : Map.of();
    }

    private boolean sinceTakeover(Change there) {
        return !there.at().isBefore(takeover.at());
    }

    private List<Change> changes(String key) {
        return inSurvivor.getOrDefault(key, List.of());
    }
}
