package dev.tandem.cli;

import dev.tandem.ops.canary.Canary;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.routes.RoutePlan;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code tandem canary promote}: everything. */
@Command(
        name = "promote",
        description = "Gives the new version everything. Refused until every share was green; the last one is watched to its end first.",
        footer = {"  ./tandem canary promote auth --yes"})
final class CanaryPromoteCommand extends CanaryChange {

    @Override
    Optional<RoutePlan> plan(CanarySession session, Optional<CanaryRun> running) {
        return running.map(session.planner()::planNext);
    }

    @Override
    CanaryRun apply(CanarySession session, Canary canary, String who) {
        return canary.promote(service());
    }
}
