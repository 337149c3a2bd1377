package dev.tandem.cli;

import dev.tandem.ops.canary.Canary;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.routes.RoutePlan;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code tandem canary abort}: back. */
@Command(
        name = "abort",
        description = "Takes the new version's share away, whatever it was and whoever watches it: one conditional write."
                + " Every Envoy follows within 6 s.",
        footer = {"  ./tandem canary abort auth --yes -m \"customers complain\""})
final class CanaryAbortCommand extends CanaryChange {

    @Override
    Optional<RoutePlan> plan(CanarySession session, Optional<CanaryRun> running) {
        return running.map(session.planner()::planBack);
    }

    @Override
    CanaryRun apply(CanarySession session, Canary canary, String who) {
        return canary.abort(service(), how().note().isEmpty() ? "aborted" : "aborted: " + how().note());
    }

    @Override
    boolean aborts() {
        return true;
    }
}
