package dev.tandem.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

class FencedStoreTest {

    private final MemoryStore table = new MemoryStore();
    private final FencedStore here = new FencedStore(table, "eu-central-1");
    private final FencedStore there = new FencedStore(table, "eu-west-1");

    @Test
    @Covers(value = "R9.5", evidence = Covers.Evidence.SIMULATED)
    void oneRegionWrites() {
        writer("eu-central-1", 1);

        here.transact(List.of(Write.create(Item.of("a", "a"))));
        assertThatThrownBy(() -> there.transact(List.of(Write.create(Item.of("b", "b")))))
                .isInstanceOf(FencedException.class)
                .hasMessageContaining("region eu-west-1 may not write now")
                .hasMessageContaining("#epoch / #epoch names another writer");
        assertThat(there.get(new Key("a", "a"))).isPresent();
        assertThat(there.get(new Key("b", "b"))).isEmpty();
    }

    @Test
    @Covers(value = "R9.5", evidence = Covers.Evidence.SIMULATED)
    void nobodyWritesWhileRegionsChange() {
        writer("none", 3);

        assertThatThrownBy(() -> here.transact(List.of(Write.put(Item.of("a", "a"))))).isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> there.transact(List.of(Write.put(Item.of("a", "a"))))).isInstanceOf(FencedException.class);
    }

    @Test
    void eachItemSaysWhichRegionWroteItAndUnderWhichEpoch() {
        here.transact(List.of(Write.create(Item.of("before", "pair"))));
        writer("eu-central-1", 4);
        here.transact(List.of(Write.create(Item.of("outbox#1", "event").with("type", "AccountDeleted"))));

        assertThat(stamp("before", "pair")).isEqualTo("eu-central-1 0");
        assertThat(stamp("outbox#1", "event")).isEqualTo("eu-central-1 4");
    }

    @Test
    @Covers(value = "R9.5", evidence = Covers.Evidence.SIMULATED)
    void aMovedEpochIsReadAgain() {
        writer("eu-central-1", 1);
        here.transact(List.of(Write.put(Item.of("a", "a"))));
        writer("eu-west-1", 2);
        assertThatThrownBy(() -> here.transact(List.of(Write.put(Item.of("a", "a"))))).isInstanceOf(FencedException.class);
        there.transact(List.of(Write.put(Item.of("a", "a"))));
        assertThat(stamp("a", "a")).isEqualTo("eu-west-1 2");

        writer("eu-central-1", 4);
        here.transact(List.of(Write.put(Item.of("a", "a"))));
        assertThat(stamp("a", "a")).isEqualTo("eu-central-1 4");
        writer("eu-central-1", 6);
        here.transact(List.of(Write.put(Item.of("a", "a"))));
        assertThat(stamp("a", "a")).as("moved twice between two writes").isEqualTo("eu-central-1 6");
    }

    private String stamp(String pk, String sk) {
        Item item = here.get(new Key(pk, sk)).orElseThrow();
        return item.text(FencedStore.WRITTEN_IN) + " " + item.number(FencedStore.WRITTEN_EPOCH);
    }

    @Test
    void aRegionAloneWrites() {
        here.transact(List.of(Write.create(Item.of("a", "a"))));

        assertThat(here.get(new Key("a", "a"))).isPresent();
    }

    @Test
    void anotherConflictIsNotTheFence() {
        writer("eu-central-1", 1);
        here.transact(List.of(Write.create(Item.of("a", "a"))));

        assertThatThrownBy(() -> here.transact(List.of(Write.create(Item.of("b", "b")), Write.create(Item.of("a", "a")))))
                .isInstanceOf(ConflictException.class)
                .hasMessage("write 1 (Put of a / a) was refused: expected Condition[kind=ABSENT, field=, value=]");
        assertThat(here.get(new Key("b", "b"))).isEmpty();
    }

    private void writer(String region, long epoch) {
        table.transact(List.of(Write.put(new Item(FencedStore.EPOCH, java.util.Map.of())
                .with(FencedStore.WRITER, region).with(FencedStore.NUMBER, epoch))));
    }
}
