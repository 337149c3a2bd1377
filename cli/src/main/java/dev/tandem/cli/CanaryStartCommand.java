package dev.tandem.cli;

import dev.tandem.ops.canary.Canary;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.routes.RoutePlan;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tandem canary start}: the first share. */
@Command(
        name = "start",
        description = "Gives a new version its first share, 1 to 5 %%, and watches it until it is green, or takes it back."
                + " Where there is a staging environment, or the service had a trial, the same image must have been promoted there first.",
        footer = {
            "  ./tandem canary start auth                                      shows what would change",
            "  ./tandem canary start auth --yes --soak 15m --steps 1,5,25,50",
            "  ./tandem canary start auth --yes --smoke https://HOST/api/auth/healthz --smoke-header x-tester=yes"
        })
final class CanaryStartCommand extends CanaryChange {

    @Mixin
    private CanaryStartOptions options;

    @Override
    Optional<RoutePlan> plan(CanarySession session, Optional<CanaryRun> running) {
        return Optional.of(options.plan(session, service(), running));
    }

    @Override
    CanaryRun apply(CanarySession session, Canary canary, String who) {
        return canary.start(options.fresh(session, service(), who));
    }
}
