package dev.tandem.cli;

import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.debug.DebugSession;
import dev.tandem.ops.debug.DebugSessions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tandem debug close}: ends a debug task before its time. */
@Command(
        name = "close",
        description = "Ends the debug session with a service before its time; whoever is in it is thrown out.",
        footer = "  ./tandem debug close auth --yes")
final class DebugCloseCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Service, such as auth.")
    private String service;

    @Override
    public Integer call() {
        return guarded(() -> {
            DebugSessions sessions = DebugCommand.of(where());
            List<DebugSession> open = sessions.of(service);
            String text = open.stream().map(session -> session.text() + "\n").collect(Collectors.joining());
            if (open.isEmpty()) {
                print("no debug session with " + service + " is open in " + where().region() + "\nNothing to do.\n",
                        json("nothing-to-do"));
                return 0;
            }
            if (!how().yes()) {
                print(text + DRY_RUN, json("dry-run"));
                return 0;
            }
            String who = who();
            sessions.close(open, who);
            audit(AuditLine.ofText(Instant.now(), who, "debug close", service, text.strip(), "no session", how().note()));
            print(text + "Done: told to stop.\n", json("done"));
            return 0;
        });
    }

    private String json(String outcome) {
        return head("debug close", "service", service, outcome).toPrettyString() + "\n";
    }
}
