package dev.tandem.ops.audit;

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
 * @param service service name
 * @param before  number of the document that was live
 * @param after   number of the document that is live now
 * @param diff    what differs
 * @param note    what for
 */
public record AuditLine(
        Instant at, String who, String command, String service, long before, long after, RouteDiff diff, String note) {

    /** One line of JSON. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", at.toString())
                .put("who", who)
                .put("command", command)
                .put("service", service)
                .put("before", before)
                .put("after", after)
                .put("note", note);
        json.set("changes", diff.json());
        return json.toString();
    }
}
