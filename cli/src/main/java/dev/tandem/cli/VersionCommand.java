package dev.tandem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tandem version}. */
@Command(name = "version", description = "Prints the version of Tandem and of Java.")
final class VersionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Override
    public void run() {
        String version = BuildVersion.read();
        spec.commandLine().getOut().println(
                "tandem " + version + " (Java " + System.getProperty("java.version") + ")");
    }
}
