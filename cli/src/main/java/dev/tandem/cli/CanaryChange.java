package dev.tandem.cli;

import dev.tandem.ops.canary.Canary;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.routes.RoutePlan;
import java.util.Optional;
import picocli.CommandLine.Command;

/** What the commands on a canary have in common. */
@Command(exitCodeList = {
    "0:done, shown, or nothing to do",
    "1:refused: the change, someone else is at it, or too few answers for a verdict (the share stays)",
    "2:wrong usage",
    "3:AWS can't be reached, or denies access (says which action)",
    "4:a gate was red, or someone aborted it: the share was taken back"
})
abstract class CanaryChange extends ServiceCommand {

    /** The change of routes that {@code --yes} would begin with, if it would change them. */
    abstract Optional<RoutePlan> plan(CanarySession session, Optional<CanaryRun> running);

    /** Does it. */
    abstract CanaryRun apply(CanarySession session, Canary canary, String who);

    @Override
    public final Integer call() {
        return telling(() -> {
            try (CanarySession session = CanarySession.open(this)) {
                CanaryReport report = new CanaryReport(this);
                if (!how().yes()) {
                    Optional<CanaryRun> running = session.running();
                    Optional<RoutePlan> planned = plan(session, running);
                    print(report.dryText(planned, running), report.dryJson(planned, running));
                    return planned.filter(one -> !one.problems().isEmpty()).isPresent() ? REFUSED : 0;
                }
                String who = who();
                CanaryRun run = apply(session, session.canary(who, report), who);
                print(report.text(run), report.json(run));
                return run.phase() == CanaryRun.Phase.UNDONE && !aborts() ? TAKEN_BACK : 0;
            }
        });
    }

    /** Whether taking it back is what was asked for. */
    boolean aborts() {
        return false;
    }
}
