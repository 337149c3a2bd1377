package dev.tandem.cli;

import dev.tandem.ops.failover.Pair.Move;
import picocli.CommandLine.Command;

/** {@code tandem failover}: the survivor takes over. */
@Command(
        name = "failover",
        description = "eu-west-1 takes over: the primary leaves the public name, the right to write moves, capacity grows. Nothing"
                + " in eu-central-1 is waited for. A state machine does it; this command starts it, or finds the one that runs,"
                + " and follows it. Every step may be done twice.",
        footer = {
            "  ./tandem failover                        what would be done, how long it takes at most, whether eu-west-1 is well",
            "  ./tandem failover --yes -m \"eu-central-1 is gone\"",
            "  ./tandem failover --pause --yes          holds it before its next step; --resume lets it go on"
        })
final class FailoverCommand extends PairCommand {

    @Override
    Move move() {
        return Move.FAILOVER;
    }
}
