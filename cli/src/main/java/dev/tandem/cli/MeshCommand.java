package dev.tandem.cli;

import picocli.CommandLine.Command;

/** {@code tandem mesh}: looks into the mesh. */
@Command(
        name = "mesh",
        description = "Looks into the mesh, and issues identities.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MeshRenderCommand.class, MeshIssueCommand.class})
final class MeshCommand extends CommandGroup {

    MeshCommand() {
        super("mesh render");
    }
}
