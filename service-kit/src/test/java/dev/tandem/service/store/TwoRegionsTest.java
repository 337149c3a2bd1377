package dev.tandem.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import dev.tandem.service.http.Json;
import dev.tandem.service.http.Request;
import dev.tandem.service.http.Response;
import dev.tandem.service.idempotency.IdempotencyKeys;
import dev.tandem.service.idempotency.IdempotentRequests;
import dev.tandem.service.idempotency.IdempotentRequests.Effect;
import dev.tandem.service.queue.Envelope;
import dev.tandem.service.queue.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A global table as two stores, of which one is copied to the other when the test says so: eventually, as DynamoDB does. */
@Covers(value = {"R9.4", "R9.5"}, evidence = Covers.Evidence.SIMULATED)
class TwoRegionsTest {

    private static final Envelope DELETED =
            new Envelope(Envelope.Kind.EVENT, "e1", "AccountDeleted", "", "", Json.object().put("accountId", "a1"), "");

    private final MemoryStore centralTable = new MemoryStore();
    private final MemoryStore westTable = new MemoryStore();
    private final FencedStore central = new FencedStore(centralTable, "eu-central-1");
    private final FencedStore west = new FencedStore(westTable, "eu-west-1");
    private int effects;

    @BeforeEach
    void centralWrites() {
        moveEpoch("eu-central-1");
    }

    @Test
    void anEventThatBothRegionsGetTakesEffectOnce() {
        List<Write> erasure = List.of(new Write.Delete(new Key("profile#a1", "profile"), Condition.none()));
        Inbox here = new Inbox(central, Clock.systemUTC());
        Inbox there = new Inbox(west, Clock.systemUTC());
        centralTable.transact(List.of(Write.put(Item.of("profile#a1", "profile"))));
        copy(centralTable, westTable);

        assertThatThrownBy(() -> there.once(DELETED, erasure)).as("before it is done: it comes again").isInstanceOf(FencedException.class);
        assertThat(here.once(DELETED, erasure)).isTrue();
        assertThatThrownBy(() -> there.once(DELETED, erasure)).as("done, and not copied").isInstanceOf(FencedException.class);
        copy(centralTable, westTable);

        assertThat(there.once(DELETED, erasure)).as("copied: nothing is left to do, though this region may not write").isFalse();
        assertThat(westTable.get(new Key("profile#a1", "profile"))).isEmpty();
    }

    @Test
    void aRequestThatIsRepeatedInTheOtherRegionHasTheSameAnswerAndNoSecondEffect() {
        assertThatThrownBy(() -> pay(west)).as("refused, nothing done").isInstanceOf(FencedException.class);
        Response first = pay(central);
        copy(centralTable, westTable);
        moveEpoch("eu-west-1");

        Response again = pay(west);

        assertThat(again.body()).isEqualTo(first.body()).isEqualTo("{\"number\":1}");
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(westTable.all()).filteredOn(item -> item.key().pk().startsWith("payment#")).singleElement()
                .satisfies(item -> assertThat(item.text(FencedStore.WRITTEN_IN)).isEqualTo("eu-central-1"));
        assertThatThrownBy(() -> central.transact(List.of(Write.create(Item.of("late", "late"))))).isInstanceOf(FencedException.class);
    }

    private Response pay(Store store) {
        Request request = new Request("POST", "/payments", Map.of(), name -> name.equals("Idempotency-Key") ? "k1" : null, "{}");
        return new IdempotentRequests(store, new IdempotencyKeys(store, Clock.systemUTC(), Duration.ofSeconds(30), Duration.ofDays(1)))
                .once("pay", request, () -> new Effect(List.of(Write.create(Item.of("payment#" + ++effects, "payment"))),
                        Response.json(201, "{\"number\":" + effects + "}")));
    }

    /** As the takeover does it: in a region's table, from where it is copied. */
    private void moveEpoch(String writer) {
        Write epoch = Write.put(new Item(FencedStore.EPOCH, Map.of()).with(FencedStore.WRITER, writer));
        centralTable.transact(List.of(epoch));
        westTable.transact(List.of(epoch));
    }

    /** The replica has what its source has, also what is gone there. */
    private static void copy(MemoryStore from, MemoryStore to) {
        to.all().forEach(item -> to.transact(List.of(new Write.Delete(item.key(), Condition.none()))));
        from.all().forEach(item -> to.transact(List.of(Write.put(item))));
    }
}
