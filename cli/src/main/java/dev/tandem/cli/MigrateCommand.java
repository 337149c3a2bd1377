package dev.tandem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tandem migrate}: from a Lambda function to a service, path by path. */
@Command(
        name = "migrate",
        description = "Strangler Fig: moves a path of the load balancer from a Lambda function to a service by weighted target groups,"
                + " 10, 50, 100 %%, and back. Meanwhile no pulumi up: it would set the rule as the stack declares it.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nOne path:%n",
        footer = {
            "  ./tandem migrate start auth --from prod-auth-lambda --yes     10 %%",
            "  ./tandem migrate step auth --yes                              50 %%, then 100 %%",
            "  ./tandem migrate back auth --yes                              all to the function again",
            "  ./tandem migrate finish auth --yes                            the function is out of the rule"
        },
        subcommands = {MigrateStartCommand.class, MigrateStepCommand.class, MigrateBackCommand.class, MigrateFinishCommand.class})
final class MigrateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, expected for instance 'tandem migrate start auth'");
    }
}
