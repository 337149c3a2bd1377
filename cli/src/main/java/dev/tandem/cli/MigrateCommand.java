package dev.tandem.cli;

import picocli.CommandLine.Command;

/** {@code tandem migrate}: from a Lambda function to a service, path by path. */
@Command(
        name = "migrate",
        description = "Strangler Fig: moves a path of the load balancer from a Lambda function to a service by weighted target groups,"
                + " 10, 50, 100 %%, and back. Meanwhile no pulumi up: it would set the rule as the stack declares it.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nOne path:%n",
        footer = {
            "  ./tandem migrate compare auth --base https://HOST --path /api/auth/keys --from prod-auth-lambda --yes",
            "  ./tandem migrate start auth --from prod-auth-lambda --yes     10 %%",
            "  ./tandem migrate step auth --yes                              50 %%, then 100 %%",
            "  ./tandem migrate back auth --yes                              all to the function again",
            "  ./tandem migrate finish auth --yes                            the function is out of the rule"
        },
        subcommands = {MigrateCompareCommand.class, MigrateStartCommand.class, MigrateStepCommand.class, MigrateBackCommand.class, MigrateFinishCommand.class})
final class MigrateCommand extends CommandGroup {

    MigrateCommand() {
        super("migrate start auth");
    }
}
