package dev.tandem.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing but hold others. */
abstract class CommandGroup implements Runnable {

    private final String example;

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    /** @param example one of the others as it is typed, told to who types none */
    CommandGroup(String example) {
        this.example = example;
    }

    @Override
    public final void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, expected for instance 'tandem " + example + "'");
    }
}
