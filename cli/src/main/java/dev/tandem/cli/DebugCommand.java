package dev.tandem.cli;

import dev.tandem.ops.debug.DebugSessions;
import picocli.CommandLine.Command;

/** {@code tandem debug}: tasks that an operator looks around in. */
@Command(
        name = "debug",
        description = "Opens a debug session with a service: a task of its own beside those that serve, with the service's image, network,"
                + " mesh and rights, that takes no traffic and ends by itself. For stacks with tandem:debug (docs/debug.md).",
        subcommands = {DebugOpenCommand.class, DebugListCommand.class, DebugCloseCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class DebugCommand extends CommandGroup {

    DebugCommand() {
        super("debug open auth");
    }

    static DebugSessions of(OperatorOptions where) {
        return new DebugSessions(where.access(), where.prefix());
    }

    /** The command that opens a shell in a session's task. */
    static String shell(OperatorOptions where, String task) {
        return "aws ecs execute-command --region " + where.region() + " --cluster " + where.prefix() + " --task " + task
                + " --container app --interactive --command /bin/sh";
    }
}
