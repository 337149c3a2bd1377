package dev.tandem.cli;

import dev.tandem.ops.canary.Canary;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.routes.RoutePlan;
import java.util.Optional;
import java.util.function.Function;
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

    static final int TAKEN_BACK = 4;

    /** Shows what would be done, or does it. */
    final int canary(Function<CanarySession, Optional<RoutePlan>> plan, Function<Canary, CanaryRun> work) {
        return telling(() -> {
            try (CanarySession session = CanarySession.open(this)) {
                CanaryReport report = new CanaryReport(this);
                if (!how().yes()) {
                    Optional<RoutePlan> planned = plan.apply(session);
                    print(report.dryText(planned, session.running()), report.dryJson(planned, session.running()));
                    return planned.filter(one -> !one.problems().isEmpty()).isPresent() ? REFUSED : 0;
                }
                CanaryRun run = work.apply(session.canary(who(), report));
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
