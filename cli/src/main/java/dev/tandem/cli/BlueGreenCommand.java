package dev.tandem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tandem blue-green}: all requests change sides at once. */
@Command(
        name = "blue-green",
        description = "Moves all requests of a service from one version to the other at once, by one write of the route document.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = BlueGreenSwitchCommand.class)
final class BlueGreenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, expected for instance 'tandem blue-green switch auth'");
    }
}
