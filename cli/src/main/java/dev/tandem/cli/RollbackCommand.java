package dev.tandem.cli;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tandem rollback}: an earlier route document becomes live again, by one conditional write. */
@Command(
        name = "rollback",
        description = "Puts an earlier route document of a service live again: one conditional write of a pointer, no deployment."
                + " Every Envoy follows within 6 s. Without --to it is the document that was live before.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, shown, or nothing to do",
            "1:refused: the change, a version without tasks, or someone else is changing the service",
            "2:wrong usage",
            "3:AWS can't be reached, or denies access (says which action)"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./tandem rollback auth                       shows what would change",
            "  ./tandem rollback auth --yes -m \"canary is slow\"",
            "  ./tandem rollback auth --to 7 --yes          ./tandem status auth lists the versions"
        })
final class RollbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions where;

    @Mixin
    private ChangeOptions how;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Name of the service, such as auth.")
    private String service;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Option(names = "--to", paramLabel = "N", description = "Number of the document. Default: the one that was live before.")
    private Long to;

    @Override
    public Integer call() {
        return new RouteChanger(spec, where, how, true, false).run(session -> session.operations().planRollback(
                service, to == null ? OptionalLong.empty() : OptionalLong.of(to)));
    }
}
