package dev.tandem.cli;

import picocli.CommandLine.Command;

/** {@code tandem canary}: a new version gets its share step by step. */
@Command(
        name = "canary",
        description = "Tries a new version out: 1 to 5 %% of the requests first, then more, each share watched for a while (soak)."
                + " Gates: P95, P99 and errors of the version's own answers (access log in CloudWatch), the service's alarms,"
                + " smoke tests. A red gate takes the share away at once. Killed anywhere, the next command goes on.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nOne canary, step by step or in one go:%n",
        footer = {
            "  ./tandem canary start auth --yes          5 %%, watched for 10 minutes",
            "  ./tandem canary step auth --yes           25 %%, then 50 %%",
            "  ./tandem canary promote auth --yes        100 %%",
            "  ./tandem canary run auth --yes            all of it; takes up what was interrupted",
            "  ./tandem canary abort auth --yes          back, whoever watches it"
        },
        subcommands = {
            CanaryStartCommand.class, CanaryStepCommand.class, CanaryPromoteCommand.class, CanaryRunCommand.class,
            CanaryAbortCommand.class,
        })
final class CanaryCommand extends CommandGroup {

    CanaryCommand() {
        super("canary start auth");
    }
}
