package dev.tandem.service.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import dev.tandem.service.http.ProblemException;
import dev.tandem.service.http.Request;
import dev.tandem.service.http.Response;
import dev.tandem.service.idempotency.IdempotentRequests.Effect;
import dev.tandem.service.store.BusyException;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.MemoryStore;
import dev.tandem.service.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@Covers("R9.4")
class IdempotentRequestsTest {

    private final MemoryStore table = new MemoryStore();
    private final AtomicInteger effects = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-27T00:00:00Z");

    @Test
    void theSameRequestHasOneEffectAndOneAnswer() {
        Response first = requests().once("pay", request("k1", "{}"), this::effect);
        Response again = requests().once("pay", request("k1", "{}"), this::effect);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(effects).hasValue(1);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        requests().once("pay", request("k1", "{}"), this::effect);

        assertThatThrownBy(() -> requests().once("pay", request("k1", "{\"more\":1}"), this::effect))
                .isInstanceOf(ProblemException.class).hasMessage("This Idempotency-Key was used for another request.");
    }

    @Test
    void aRequestWithoutKeyIsRefused() {
        assertThatThrownBy(() -> requests().once("pay", request(null, "{}"), this::effect))
                .hasMessageContaining("The header Idempotency-Key is missing");
    }

    @Test
    void whoDiesBeforeTheEffectLeavesALeaseThatEnds() {
        table.onTransact(moment -> {
            if (moment == MemoryStore.Moment.BEFORE && effects.get() == 1) {
                throw new BusyException("throttled", null);
            }
        });
        assertThatThrownBy(() -> requests().once("pay", request("k1", "{}"), this::effect)).isInstanceOf(BusyException.class);
        table.onTransact(moment -> { });

        assertThatThrownBy(() -> requests().once("pay", request("k1", "{}"), this::effect))
                .isInstanceOf(ProblemException.class).hasMessage("The same request is being worked on.");
        now = now.plusSeconds(31);
        assertThat(requests().once("pay", request("k1", "{}"), this::effect).status()).isEqualTo(201);
        assertThat(table.all()).filteredOn(item -> item.key().pk().startsWith("payment")).hasSize(1);
    }

    @Test
    void whoDiesAfterTheEffectLeavesTheAnswer() {
        table.onTransact(moment -> {
            if (moment == MemoryStore.Moment.AFTER && effects.get() == 1) {
                throw new BusyException("the connection broke", null);
            }
        });
        assertThatThrownBy(() -> requests().once("pay", request("k1", "{}"), this::effect)).isInstanceOf(BusyException.class);
        table.onTransact(moment -> { });

        assertThat(requests().once("pay", request("k1", "{}"), this::effect).headers()).containsKey("Idempotency-Replayed");
        assertThat(effects).hasValue(1);
    }

    /** As a sidecar sends it, which has given up on the first attempt while the service was still at it. */
    @Test
    void aRequestThatComesAgainMeanwhileGetsTheAnswerToTheFirst() {
        IdempotentRequests patient = new IdempotentRequests(table, keys(), Duration.ofSeconds(60));
        AtomicReference<CompletableFuture<Response>> again = new AtomicReference<>();
        table.onTransact(moment -> {
            if (moment == MemoryStore.Moment.BEFORE && effects.get() == 0 && Thread.currentThread().getName().equals("again")) {
                effects.set(10);
            }
        });
        Response first = patient.once("pay", request("k1", "{}"), () -> {
            again.set(CompletableFuture.supplyAsync(
                    () -> patient.once("pay", request("k1", "{}"), this::effect), task -> new Thread(task, "again").start()));
            while (effects.get() != 10) {
                Thread.onSpinWait();
            }
            return effect();
        });

        assertThat(again.get().join().body()).isEqualTo(first.body());
        assertThat(again.get().join().headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(effects).hasValue(11);
    }

    @Test
    void aRefusedRequestGivesItsKeyBack() {
        assertThatThrownBy(() -> requests().once("pay", request("k1", "{}"), () -> {
            throw new ProblemException(400, "invalid", "No.");
        })).hasMessage("No.");

        assertThat(requests().once("pay", request("k1", "{}"), this::effect).status()).isEqualTo(201);
    }

    private Effect effect() {
        int number = effects.incrementAndGet();
        return new Effect(List.of(Write.create(Item.of("payment#" + number, "payment"))), Response.json(201, "{\"number\":" + number + "}"));
    }

    private IdempotentRequests requests() {
        return new IdempotentRequests(table, keys());
    }

    private IdempotencyKeys keys() {
        return new IdempotencyKeys(table, Clock.fixed(now, ZoneOffset.UTC), Duration.ofSeconds(30), Duration.ofDays(1));
    }

    private static Request request(String key, String body) {
        return new Request("POST", "/payments", Map.of(), name -> name.equals("Idempotency-Key") ? key : null, body);
    }
}
