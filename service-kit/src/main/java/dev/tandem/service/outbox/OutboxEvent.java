package dev.tandem.service.outbox;

import dev.tandem.service.store.Item;
import dev.tandem.service.store.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event that becomes an item of the service's own table, in the transaction that changes what it tells of. The table's
 * stream and a function bring it to the bus ({@code docs/services.md}), so a task needs no path to the bus and no event is lost
 * or told of what did not happen. It arrives at least once.
 *
 * @param id     unique for ever; receivers know by it what they had
 * @param source {@code tandem.} and the service
 * @param type   the event's name
 * @param data   JSON
 * @param headers correlation and trace
 */
public record OutboxEvent(String id, String source, String type, String data, Map<String, String> headers) {

    /** What the partition keys of events begin with; the filter of the stream's function looks for it. */
    public static final String PREFIX = "outbox#";

    /** How long an event stays in the table; the stream has it for a day. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** A new one. */
    public static OutboxEvent of(String service, String type, String data, Map<String, String> headers) {
        return new OutboxEvent(UUID.randomUUID().toString(), "tandem." + service, type, data, headers);
    }

    /** The write that belongs into the transaction. */
    public Write write(Instant now) {
        Item item = Item.of(PREFIX + id, "event")
                .with("eventId", id).with("source", source).with("type", type).with("data", data)
                .with("time", now.toString())
                .with(Item.EXPIRES_AT, now.plus(KEPT).getEpochSecond());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            item = item.with("h_" + header.getKey().toLowerCase(java.util.Locale.ROOT).replace('-', '_'), header.getValue());
        }
        return Write.create(item);
    }
}
