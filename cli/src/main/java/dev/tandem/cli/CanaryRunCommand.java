package dev.tandem.cli;

import dev.tandem.ops.canary.CanaryRun;
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
    public Integer call() {
        return telling(() -> {
            try (CanarySession session = CanarySession.open(this)) {
                Optional<CanaryRun> running = session.running();
                String who = how().yes() ? who() : "nobody";
                CanaryRun run = running.isPresent() ? running.get() : options.fresh(session, service(), who);
                return canary(same -> Optional.of(same.planner().plan(run)), canary -> {
                    if (running.isEmpty()) {
                        CanaryRun begun = canary.start(run);
                        return begun.ended() ? begun : canary.through(service());
                    }
                    return canary.through(service());
                });
            }
        });
    }
}
