package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.debug.DebugSession;
import dev.tandem.ops.debug.DebugSessions;
import dev.tandem.ops.debug.DebugTask;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem debug open}: starts a debug task. */
@Command(
        name = "open",
        description = "Starts a task of a service's image in its network, mesh and rights, in which commands can be run. The service, its"
                + " load balancer and its registry are left alone; the application is not started. What is typed and shown is logged,"
                + " encrypted. Refused where the stack did not open it, where its image is not the one that serves, where there is no way to"
                + " Systems Manager, and while a session with the service is open.",
        footer = {
            "  ./tandem debug open auth                        what would be started, and what it costs",
            "  ./tandem debug open auth --for 30m --yes -m \"handshakes with persona fail\""
        })
final class DebugOpenCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Service, such as auth.")
    private String service;

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "60m",
            description = "How long the task lasts from its start, 1m to 8h; then it ends by itself. Default: ${DEFAULT-VALUE}.")
    private String length;

    @Override
    public Integer call() {
        return onMesh(mesh -> {
            long seconds = Durations.seconds("--for", length);
            DebugTask.checkLength(seconds);
            DebugSessions sessions = DebugCommand.of(where());
            DebugTask task = sessions.plan(service);
            String price = DebugPrice.of(task, where().region(), seconds);
            String what = "a task of " + task.image() + " for " + service + ", " + length + " from its start\n" + price + "\n";
            if (!how().yes()) {
                print(what + DRY_RUN, json("dry-run", price, Optional.empty()));
                return 0;
            }
            String who = who();
            DebugSession session = sessions.start(task, seconds, mesh.leases(), who);
            audit(AuditLine.ofText(Instant.now(), who, "debug open", service, "no session", session.text(), how().note()));
            print(what + session.text() + "\nDone. Once it takes commands (./tandem debug list says so, after a minute or two):\n  "
                    + DebugCommand.shell(where(), session.task()) + "\nIts end before time: ./tandem debug close " + service + " --yes\n",
                    json("done", price, Optional.of(session)));
            return 0;
        });
    }

    private String json(String outcome, String price, Optional<DebugSession> session) {
        ObjectNode json = head("debug open", "service", service, outcome).put("price", price);
        session.ifPresent(opened -> json.put("task", opened.task()).put("shell", DebugCommand.shell(where(), opened.task())));
        return json.toPrettyString() + "\n";
    }
}
