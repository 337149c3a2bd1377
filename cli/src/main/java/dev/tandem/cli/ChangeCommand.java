package dev.tandem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that changes something: shown first, done with {@code --yes}. */
@Command(exitCodeList = {
    "0:done, shown, or nothing to do",
    "1:refused: the change itself, or someone else is at it",
    "2:wrong usage",
    "3:AWS can't be reached, or denies access (says which action)"
})
abstract class ChangeCommand extends AwsCommand {

    static final String DRY_RUN = "Dry run, nothing was changed. Add --yes to do it.\n";

    @Mixin
    private ChangeOptions how;

    final ChangeOptions how() {
        return how;
    }
}
