package dev.tandem.cli;

import dev.tandem.ops.canary.Canary;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.routes.RoutePlan;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tandem canary run}: all of it. */
@Command(
        name = "run",
        description = "The whole canary: every share, each watched, then everything; taken back as soon as a gate is red."
                + " Takes up a canary that was interrupted where it was; the options of that one hold then.",
        footer = {
            "  ./tandem canary run auth --yes",
            "  ./tandem canary run auth --yes --json --soak 5m          for a pipeline: exit 0 promoted, 4 taken back"
        })
final class CanaryRunCommand extends CanaryChange {

    @Mixin
    private CanaryStartOptions options;

    @Override
    Optional<RoutePlan> plan(CanarySession session, Optional<CanaryRun> running) {
        return Optional.of(options.plan(session, service(), running));
    }

    @Override
    CanaryRun apply(CanarySession session, Canary canary, String who) {
        if (session.running().isEmpty()) {
            CanaryRun begun = canary.start(options.fresh(session, service(), who));
            if (begun.ended()) {
                return begun;
            }
        }
        return canary.through(service());
    }
}
