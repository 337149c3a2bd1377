package dev.tandem.service.outbox;

import java.util.Map;

/**
 * From an event's item to its entry on the bus, which the function outbox.py does in a region, and which its stand-in
 * does by this class. Pure.
 */
public final class EventEnvelope {

    private EventEnvelope() {}

    /**
     * The detail of an entry on the bus.
     *
     * @param fields the item's fields by name
     */
    public static String detail(Map<String, String> fields) {
        return "{\"eventId\":\"" + fields.get("eventId") + "\",\"correlationId\":\"" + fields.getOrDefault("h_x_correlation_id", "")
                + "\",\"traceparent\":\"" + fields.getOrDefault("h_traceparent", "") + "\",\"data\":" + fields.get("data") + "}";
    }
}
