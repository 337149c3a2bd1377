package dev.tandem.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RouteDiff;
import java.time.Instant;

/**
 * One change, for whoever asks later. Nothing in it is secret.
 *
 * @param at      when
 * @param who     ARN of the operator
 * @param command what was typed, such as {@code rollback}
 * @param service what was changed: a service's name, or for a whole region {@code region}
 * @param before  what was, such as the number of the document that was live
 * @param after   what is now
 * @param changes what differs
 * @param note    what for
 */
public record AuditLine(
        Instant at, String who, String command, String service, JsonNode before, JsonNode after, JsonNode changes, String note) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A change of a service's routes, from one document's number to another's. */
    public static AuditLine ofRoutes(
            Instant at, String who, String command, String service, long before, long after, RouteDiff diff, String note) {
        return new AuditLine(at, who, command, service, JSON.numberNode(before), JSON.numberNode(after), diff.json(), note);
    }

    /** A change that is told in words. */
    public static AuditLine ofText(
            Instant at, String who, String command, String subject, String before, String after, String note) {
        return new AuditLine(at, who, command, subject, JSON.textNode(before), JSON.textNode(after), JSON.arrayNode(), note);
    }

    /** One line of JSON. */
    public String json() {
        ObjectNode json = JSON.objectNode();
        json.put("at", at.toString())
                .put("who", who)
                .put("command", command)
                .put("service", service);
        json.set("before", before);
        json.set("after", after);
        json.put("note", note);
        json.set("changes", changes);
        return json.toString();
    }
}
