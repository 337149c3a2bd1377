package dev.tandem.service.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import dev.tandem.service.outbox.EventEnvelope;
import dev.tandem.service.outbox.OutboxEvent;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.MemoryStore;
import dev.tandem.service.store.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    @Test
    @Covers("R9.2")
    void anEventComesOutOfTheBusAsItWentIntoTheOutbox() {
        OutboxEvent event = OutboxEvent.of("auth", "AccountDeleted", "{\"accountId\":\"a1\"}",
                Map.of("X-Correlation-Id", "order-4711", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        Write.Put write = (Write.Put) event.write(Instant.EPOCH);
        Map<String, String> fields = new TreeMap<>();
        write.item().fields().forEach((name, value) -> fields.put(name, value.toString()));

        Envelope received = Envelope.parse("{\"detail-type\":\"AccountDeleted\",\"detail\":" + EventEnvelope.detail(fields) + "}");

        assertThat(received.id()).isEqualTo(event.id());
        assertThat(received.type()).isEqualTo("AccountDeleted");
        assertThat(received.correlationId()).isEqualTo("order-4711");
        assertThat(received.header("traceparent")).startsWith("00-0af7");
        assertThat(received.data().path("accountId").asText()).isEqualTo("a1");
    }

    @Test
    @Covers("R9.4")
    void anEventTakesEffectOnce() {
        MemoryStore table = new MemoryStore();
        Inbox inbox = new Inbox(table, Clock.systemUTC());
        Envelope event = Envelope.parse("{\"detail-type\":\"X\",\"detail\":{\"eventId\":\"e1\",\"data\":{}}}");

        assertThat(inbox.once(event, List.of(Write.create(Item.of("effect", "1"))))).isTrue();
        assertThat(inbox.once(event, List.of(Write.create(Item.of("effect", "2"))))).isFalse();
        assertThat(table.query("effect", "")).hasSize(1);
    }

    @Test
    void whatIsNeitherIsPoison() {
        assertThatThrownBy(() -> Envelope.parse("hello")).isInstanceOf(PoisonException.class).hasMessageContaining("is no JSON");
        assertThatThrownBy(() -> Envelope.parse("{\"email\":\"a@b.c\"}")).isInstanceOf(PoisonException.class)
                .hasMessage("a message is neither an event of the bus nor a command of a saga; it has the fields [\"email\"]");
    }
}
