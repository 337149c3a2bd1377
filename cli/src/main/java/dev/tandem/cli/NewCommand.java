package dev.tandem.cli;

import picocli.CommandLine.Command;

/** {@code tandem new}: makes what a team starts from. */
@Command(
        name = "new",
        description = "Makes what a team starts from.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = NewServiceCommand.class)
final class NewCommand extends CommandGroup {

    NewCommand() {
        super("new service orders --path /api/orders");
    }
}
