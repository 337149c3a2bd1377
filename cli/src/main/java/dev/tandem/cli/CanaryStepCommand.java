package dev.tandem.cli;

import dev.tandem.ops.canary.Canary;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.routes.RoutePlan;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code tandem canary step}: the next share. */
@Command(
        name = "step",
        description = "Watches the present share to its end, gives the next one, and watches that until it is green, or takes it back.",
        footer = {"  ./tandem canary step auth --yes"})
final class CanaryStepCommand extends CanaryChange {

    @Override
    Optional<RoutePlan> plan(CanarySession session, Optional<CanaryRun> running) {
        return running.filter(run -> !run.last()).map(session.planner()::planNext);
    }

    @Override
    CanaryRun apply(CanarySession session, Canary canary, String who) {
        return canary.step(service());
    }
}
