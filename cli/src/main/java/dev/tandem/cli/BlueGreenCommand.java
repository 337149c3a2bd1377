package dev.tandem.cli;

import picocli.CommandLine.Command;

/** {@code tandem blue-green}: all requests change sides at once. */
@Command(
        name = "blue-green",
        description = "Moves all requests of a service from one version to the other at once, by one write of the route document.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = BlueGreenSwitchCommand.class)
final class BlueGreenCommand extends CommandGroup {

    BlueGreenCommand() {
        super("blue-green switch auth");
    }
}
