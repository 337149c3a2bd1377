package dev.tandem.ops.reconcile;

import static dev.tandem.ops.reconcile.TwoRegions.PRIMARY;
import static dev.tandem.ops.reconcile.TwoRegions.SURVIVOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.ops.reconcile.LateWrite.Verdict;
import java.time.Duration;
import java.time.Instant;
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
        Map<String, AttributeValue> deleted = regions.item(SURVIVOR, "a / 1");
        regions.cut();
        regions.takeOver();
        regions.write(SURVIVOR, "a / 1", true);
        regions.write(PRIMARY, "a / 1", false);
        regions.heal();

        assertThat(regions.item(SURVIVOR, "a / 1")).isNotEmpty();
        assertThat(regions.late()).singleElement().satisfies(write -> {
            assertThat(write.verdict()).isEqualTo(Verdict.CONFLICTING);
            assertThat(write.lost()).isEqualTo(deleted);
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

        assertThat(new Reconciliation("t", takeover, List.of(second, first), 0).recoveryPoint()).isEqualTo(Duration.ofSeconds(2));
        assertThat(new Reconciliation("t", takeover, List.of(second), 0).recoveryPoint()).isEqualTo(Duration.ZERO);
        assertThat(new Reconciliation("t", takeover, List.of(first), 0).open()).isFalse();
        assertThat(new Reconciliation("t", takeover, List.of(), 1).open()).isTrue();
    }

    private static Change epoch(long at, String before, String after, long number) {
        return new Change(Change.EPOCH, Instant.ofEpochSecond(at),
                before.isEmpty() ? Map.of() : Map.of("writer", AttributeValue.fromS(before)),
                Map.of("writer", AttributeValue.fromS(after), "epoch", AttributeValue.fromN(String.valueOf(number))), false);
    }
}
