package dev.tandem.ops.reconcile;

import static dev.tandem.ops.reconcile.TwoRegions.PRIMARY;
import static dev.tandem.ops.reconcile.TwoRegions.SURVIVOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.ops.reconcile.LateWrite.Verdict;
import dev.tandem.requirements.Covers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whatever is written on both sides of a cut: the verdicts are those of somebody who saw both sides. Streams do not say who
 * deleted, so a deletion by the primary that met a change of the survivor is left to {@link LateWritesTest}.
 */
class LateWritesPropertyTest {

    record Op(String region, String key, boolean delete) {}

    @Provide
    Arbitrary<List<Op>> before() {
        return op(Arbitraries.just(PRIMARY)).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Op>> after() {
        return op(Arbitraries.of(PRIMARY, SURVIVOR)).list().ofMaxSize(12);
    }

    private static Arbitrary<Op> op(Arbitrary<String> region) {
        return Combinators.combine(region, Arbitraries.of("a / 1", "b / 1"), Arbitraries.of(false, false, true))
                .as((where, key, delete) -> new Op(where, key, delete));
    }

    @Property
    @Covers("R1.2")
    void verdictsAreThoseOfSomebodyWhoSawBothSides(
            @ForAll("before") List<Op> replicated, @ForAll("before") List<Op> late, @ForAll("after") List<Op> apart) {
        TwoRegions regions = new TwoRegions();
        replicated.forEach(op -> regions.write(op.region(), op.key(), op.delete()));
        regions.cut();
        Map<String, Map<String, AttributeValue>> mine = new HashMap<>();
        Map<String, Map<String, AttributeValue>> theirs = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        late.forEach(op -> seen(regions, op, mine, theirs, last));
        regions.takeOver();
        apart.forEach(op -> seen(regions, op, mine, theirs, last));
        regions.heal();

        List<LateWrite> judged = regions.late();
        for (String key : List.of("a / 1", "b / 1")) {
            Optional<LateWrite> verdict = judged.stream().filter(write -> write.key().equals(key)).findFirst();
            if (!mine.containsKey(key)) {
                assertThat(verdict).as(key).isEmpty();
            } else if (!theirs.containsKey(key)) {
                assertThat(verdict.orElseThrow().verdict()).isEqualTo(Verdict.KEPT);
            } else if (!mine.get(key).isEmpty()) {
                LateWrite write = verdict.orElseThrow();
                if (last.get(key).equals(SURVIVOR)) {
                    assertThat(write.verdict()).isEqualTo(Verdict.OVERWRITTEN);
                } else if (!theirs.get(key).isEmpty()) {
                    assertThat(write.verdict()).isEqualTo(Verdict.CONFLICTING);
                } else {
                    // Both may have deleted the same item, and the primary made it anew: nothing of worth is lost then.
                    assertThat(write.verdict()).isIn(Verdict.CONFLICTING, Verdict.KEPT);
                }
                assertThat(regions.item(SURVIVOR, key)).isNotEqualTo(write.lost());
                if (write.verdict() == Verdict.OVERWRITTEN) {
                    assertThat(write.lost()).isEqualTo(mine.get(key));
                } else if (!theirs.get(key).isEmpty()) {
                    assertThat(write.lost()).isEqualTo(theirs.get(key));
                } else if (Stream.concat(late.stream(), apart.stream())
                        .noneMatch(op -> op.region().equals(PRIMARY) && op.delete() && op.key().equals(key))) {
                    assertThat(write.lost()).as("a deletion that lost has no item").isEmpty();
                }
            }
        }
    }

    /** Does it, and keeps what each side wrote last; a deletion of nothing is nothing. */
    private static void seen(TwoRegions regions, Op op, Map<String, Map<String, AttributeValue>> mine,
            Map<String, Map<String, AttributeValue>> theirs, Map<String, String> last) {
        boolean nothing = op.delete() && regions.item(op.region(), op.key()).isEmpty();
        regions.write(op.region(), op.key(), op.delete());
        if (!nothing) {
            (op.region().equals(PRIMARY) ? mine : theirs).put(op.key(), regions.item(op.region(), op.key()));
            last.put(op.key(), op.region());
        }
    }
}
