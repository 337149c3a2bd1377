package dev.tandem.cli;

import dev.tandem.ops.failover.Pair.Move;
import picocli.CommandLine.Command;

/** {@code tandem failback}: the primary gets its work back. */
@Command(
        name = "failback",
        description = "eu-central-1 gets its work back: it must be well for 15 minutes, then nobody writes for a minute, then it writes"
                + " and gets 10, 50, 100 %% of the users. A red look gives everything back to eu-west-1. A state machine does it; this"
                + " command starts it, or finds the one that runs, and follows it. No pulumi up meanwhile.",
        footer = {
            "  ./tandem failback                        what would be done, and how long it takes at most",
            "  ./tandem failback --yes",
            "  ./tandem failback --pause --yes          holds it before its next step; --resume lets it go on"
        })
final class FailbackCommand extends PairCommand {

    @Override
    Move move() {
        return Move.FAILBACK;
    }
}
