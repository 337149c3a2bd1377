package dev.tandem.ops.reconcile;

import static dev.tandem.ops.reconcile.TwoRegions.PRIMARY;
import static dev.tandem.ops.reconcile.TwoRegions.SURVIVOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.ops.reconcile.LateWrite.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LateWritesTest {

    private final TwoRegions regions = new TwoRegions();

    @Test
    void whatHasNotArrivedYetWaits() {
        regions.cut();
        regions.write(PRIMARY, "a / 1", false);
        regions.takeOver();

        assertThat(regions.late()).singleElement().satisfies(write -> {
            assertThat(write.verdict()).isEqualTo(Verdict.WAITING);
            assertThat(write.lost()).isEmpty();
        });
        regions.heal();
        assertThat(regions.late()).singleElement().extracting(LateWrite::verdict).isEqualTo(Verdict.KEPT);
    }

    @Test
    void aDeletionThatLostIsSaid() {
        regions.write(PRIMARY, "a / 1", false);
        regions.cut();
        regions.write(PRIMARY, "a / 1", true);
        regions.takeOver();
        regions.write(SURVIVOR, "a / 1", false);
        regions.heal();

        assertThat(regions.item(PRIMARY, "a / 1")).isNotEmpty();
        assertThat(regions.late()).singleElement().satisfies(write -> {
            assertThat(write.verdict()).isEqualTo(Verdict.OVERWRITTEN);
            assertThat(write.lost()).isEmpty();
        });
    }

    @Test
    void aLaterWriteBringsBackWhatTheSurvivorDeleted() {
        regions.write(PRIMARY, "a / 1", false);
        regions.cut();
        regions.takeOver();
        regions.write(SURVIVOR, "a / 1", true);
        regions.write(PRIMARY, "a / 1", false);
        regions.heal();

        assertThat(regions.item(SURVIVOR, "a / 1")).isNotEmpty();
        assertThat(regions.late()).singleElement().satisfies(write -> {
            assertThat(write.verdict()).isEqualTo(Verdict.CONFLICTING);
            assertThat(write.lost()).as("what was to be gone is no lost item").isEmpty();
        });
    }

    @Test
    void whatEndedByItselfIsNobodysDeletion() {
        Map<String, AttributeValue> item = Map.of("writtenIn", AttributeValue.fromS(PRIMARY), "writtenEpoch", AttributeValue.fromN("1"));
        Takeover takeover = new Takeover(2, Instant.ofEpochSecond(10));
        List<Change> expired = List.of(new Change("a / 1", Instant.ofEpochSecond(9), item, Map.of(), true));

        assertThat(LateWrites.of(PRIMARY, takeover, expired, List.of())).isEmpty();
        assertThat(LateWrites.of(PRIMARY, takeover, List.of(new Change("a / 1", Instant.ofEpochSecond(9), item, Map.of(), false)), List.of()))
                .singleElement().extracting(LateWrite::verdict).isEqualTo(Verdict.WAITING);
    }

    @Test
    void whatEndedByItselfInThePrimaryIsNotTheSurvivorsDeletion() {
        Map<String, AttributeValue> old = Map.of("writtenIn", AttributeValue.fromS(PRIMARY), "writtenEpoch", AttributeValue.fromN("1"));
        Map<String, AttributeValue> anew = new HashMap<>(old);
        anew.put("name", AttributeValue.fromS("Ada"));
        List<Change> primary = List.of(change(12, old, Map.of(), true), change(14, Map.of(), anew, false));
        List<Change> survivor = List.of(change(13, old, Map.of(), false), change(15, Map.of(), anew, false));

        assertThat(LateWrites.of(PRIMARY, new Takeover(2, Instant.ofEpochSecond(10)), primary, survivor))
                .containsExactly(new LateWrite("a / 1", Instant.ofEpochSecond(14), Verdict.KEPT, Map.of()));
    }

    @Test
    void whatHappenedInTheSecondOfTheTakeoverCountsAsLate() {
        Map<String, AttributeValue> item = Map.of("writtenIn", AttributeValue.fromS(PRIMARY), "writtenEpoch", AttributeValue.fromN("1"));
        Takeover takeover = new Takeover(2, Instant.ofEpochSecond(10));
        List<Change> written = List.of(change(10, Map.of(), item, false));

        List<LateWrite> late = LateWrites.of(PRIMARY, takeover, written, written);
        assertThat(late).containsExactly(new LateWrite("a / 1", Instant.ofEpochSecond(10), Verdict.KEPT, Map.of()));
        assertThat(new Reconciliation("t", Optional.of(takeover), late, 0, true).recoveryPoint()).isEqualTo(Duration.ofSeconds(1));
        assertThat(LateWrites.of(PRIMARY, takeover, written, List.of())).singleElement().extracting(LateWrite::verdict)
                .isEqualTo(Verdict.WAITING);
    }

    @Test
    void whatArrivesWhileTheStreamsAreReadIsNotOverwritten() {
        regions.cut();
        regions.write(PRIMARY, "a / 1", false);
        regions.takeOver();
        List<String> read = new ArrayList<>();

        Reconciliation told = Reconciliation.of(PRIMARY, SURVIVOR, "t", region -> {
            TableStream.Records records = new TableStream.Records(List.copyOf(regions.stream(region)), true);
            if (read.isEmpty()) {
                regions.heal();
                regions.write(SURVIVOR, "a / 1", false);
            }
            read.add(region);
            return records;
        });

        assertThat(told.late()).singleElement().extracting(LateWrite::verdict).isEqualTo(Verdict.KEPT);
        assertThat(read).containsExactly(PRIMARY, SURVIVOR);
        assertThat(told.open()).isFalse();
    }

    @Test
    void aStreamThatWasNotReadToItsEndIsOpen() {
        for (String cutShort : List.of(PRIMARY, SURVIVOR)) {
            Reconciliation told = Reconciliation.of(PRIMARY, SURVIVOR, "t",
                    region -> new TableStream.Records(List.of(), !region.equals(cutShort)));
            assertThat(told.complete()).isFalse();
            assertThat(told.open()).isTrue();
        }
    }

    @Test
    void withoutAStampNothingIsSaid() {
        Map<String, AttributeValue> bare = Map.of("name", AttributeValue.fromS("Ada"));
        Takeover takeover = new Takeover(2, Instant.ofEpochSecond(10));
        List<Change> written = List.of(new Change("a / 1", Instant.ofEpochSecond(9), Map.of(), bare, false));

        assertThat(LateWrites.of(PRIMARY, takeover, written, List.of())).isEmpty();
        assertThat(LateWrites.unstamped(takeover, written, List.of())).isEqualTo(1);
        assertThat(LateWrites.unstamped(takeover, written, written)).as("it arrived in time").isZero();
    }

    @Test
    void aFailbackThatIsTakenBackIsNoTakeover() {
        List<Change> epochs = List.of(epoch(5, "", SURVIVOR, 1), epoch(6, SURVIVOR, "none", 2), epoch(7, "none", SURVIVOR, 3));

        assertThat(Takeover.last(epochs, PRIMARY, SURVIVOR)).contains(new Takeover(1, Instant.ofEpochSecond(5)));
        assertThat(Takeover.last(epochs.subList(1, 3), PRIMARY, SURVIVOR)).isEmpty();
    }

    @Test
    void theRecoveryPointIsTheOldestLateWrite() {
        LateWrite first = new LateWrite("a / 1", Instant.ofEpochSecond(8), Verdict.KEPT, Map.of());
        LateWrite second = new LateWrite("b / 1", Instant.ofEpochSecond(12), Verdict.KEPT, Map.of());
        Optional<Takeover> takeover = Optional.of(new Takeover(2, Instant.ofEpochSecond(10)));

        assertThat(new Reconciliation("t", takeover, List.of(second, first), 0, true).recoveryPoint())
                .as("whole seconds: 10.9 less 8.0 at most").isEqualTo(Duration.ofSeconds(3));
        assertThat(new Reconciliation("t", takeover, List.of(second), 0, true).recoveryPoint()).isEqualTo(Duration.ZERO);
        assertThat(new Reconciliation("t", takeover, List.of(first), 0, true).open()).isFalse();
        assertThat(new Reconciliation("t", takeover, List.of(), 1, true).open()).isTrue();
    }

    private static Change change(long at, Map<String, AttributeValue> before, Map<String, AttributeValue> after, boolean expired) {
        return new Change("a / 1", Instant.ofEpochSecond(at), before, after, expired);
    }

    private static Change epoch(long at, String before, String after, long number) {
        return new Change(Change.EPOCH, Instant.ofEpochSecond(at),
                before.isEmpty() ? Map.of() : Map.of("writer", AttributeValue.fromS(before)),
                Map.of("writer", AttributeValue.fromS(after), "epoch", AttributeValue.fromN(String.valueOf(number))), false);
    }
}
