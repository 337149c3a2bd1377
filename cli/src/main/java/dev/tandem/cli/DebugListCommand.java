package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.debug.DebugSession;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code tandem debug list}: sessions that are open. */
@Command(
        name = "list",
        description = "Shows the debug sessions that are open in a region: whose, when each ends, and how to get in.",
        footer = "  ./tandem debug list --region eu-west-1")
final class DebugListCommand extends AwsCommand {

    @Override
    public Integer call() {
        return guarded(() -> {
            List<DebugSession> sessions = DebugCommand.of(where()).all();
            StringBuilder text = new StringBuilder();
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("environment", where().environment()).put("region", where().region());
            var list = json.putArray("sessions");
            for (DebugSession session : sessions) {
                String shell = DebugCommand.shell(where(), session.task());
                text.append(session.text()).append('\n').append(session.ready() ? "  " + shell + "\n" : "");
                list.addObject().put("service", session.service()).put("task", session.task()).put("status", session.status())
                        .put("ready", session.ready()).put("ends", session.ends().map(String::valueOf).orElse(null))
                        .put("by", session.by()).put("shell", shell);
            }
            print(sessions.isEmpty() ? "no debug session is open in " + where().region() + "\n" : text.toString(),
                    json.toPrettyString() + "\n");
            return 0;
        });
    }
}
