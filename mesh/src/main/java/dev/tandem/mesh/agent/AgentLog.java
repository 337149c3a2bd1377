package dev.tandem.mesh.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** One JSON object per line. The same problem is said once until it is over. Safe for use by several threads. */
final class AgentLog {

    private final PrintStream out;
    private final Clock clock;
    private final String service;
    private final Map<String, String> lasting = new HashMap<>();

    AgentLog(PrintStream out, Clock clock, String service) {
        this.out = out;
        this.clock = clock;
        this.service = service;
    }

    void say(String event, String text) {
        line("info", event, text);
    }

    /** Something is wrong with a part; said again when the text changes. */
    synchronized void problem(String part, String text) {
        if (!text.equals(lasting.put(part, text))) {
            line("warn", part, text);
        }
    }

    /** A part works, perhaps again. */
    synchronized void well(String part) {
        if (lasting.remove(part) != null) {
            line("info", part, "works again");
        }
    }

    /** Parts with a problem, and which. */
    synchronized Map<String, String> problems() {
        return Map.copyOf(lasting);
    }

    /** A ready line, such as a metric. */
    void raw(String json) {
        out.println(json);
    }

    private void line(String level, String event, String text) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", "agent");
        json.put("time", clock.instant().toString());
        json.put("level", level);
        json.put("service", service);
        json.put("event", event);
        json.put("message", text);
        out.println(json);
    }
}
