package dev.tandem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tandem mesh}: looks into the mesh. */
@Command(
        name = "mesh",
        description = "Looks into the mesh, and issues identities.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MeshRenderCommand.class, MeshIssueCommand.class})
final class MeshCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, expected for instance 'tandem mesh render'");
    }
}
