package dev.tandem.cli;

import dev.tandem.mesh.route.RouteFormatException;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.RouteConflictException;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.routes.RoutePlan;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;

/** What all changes of routes have in common: plan, show, do, record. */
final class RouteChanger {

    static final int REFUSED = 1;
    static final int UNREACHABLE = 3;

    private final CommandSpec spec;
    private final OperatorOptions where;
    private final ChangeOptions how;
    private final boolean force;
    private final boolean countRequired;

    /** @param countRequired whether a change without counted tasks is refused, unless forced */
    RouteChanger(CommandSpec spec, OperatorOptions where, ChangeOptions how, boolean force, boolean countRequired) {
        this.spec = spec;
        this.where = where;
        this.how = how;
        this.force = force;
        this.countRequired = countRequired;
    }

    int run(Function<MeshSession, RoutePlan> planner) {
        return guarded(spec, where, session -> change(session, planner.apply(session)));
    }

    /** Runs work on the mesh and turns what goes wrong into a message and an exit code. */
    static int guarded(CommandSpec spec, OperatorOptions where, ToIntFunction<MeshSession> work) {
        PrintWriter err = spec.commandLine().getErr();
        try (Progress progress = Progress.start(err, "asking AWS ...");
                MeshSession session = MeshSession.open(where)) {
            return work.applyAsInt(session);
        } catch (OperationRefusedException | RouteConflictException | RouteFormatException refused) {
            err.println("tandem: " + refused.getMessage());
            return REFUSED;
        } catch (RouteSourceException failed) {
            err.println("tandem: " + failed.getMessage());
            return UNREACHABLE;
        }
    }

    private int change(MeshSession session, RoutePlan plan) {
        RouteReport report = new RouteReport(spec.name(), where, plan, how.yes());
        session.notCounted().ifPresent(why -> spec.commandLine().getErr().println("warning: tasks were not counted: " + why));
        if (countRequired && !force && session.notCounted().isPresent() && !plan.idle()) {
            throw new OperationRefusedException(plan.service() + ": its tasks could not be counted, so a version without tasks could"
                    + " get a share. Nothing was changed; --force skips the count");
        }
        if (!plan.problems().isEmpty()) {
            report.refused();
            print(report);
            return REFUSED;
        }
        if (how.yes() && !plan.idle()) {
            String who = session.who();
            long now = session.operations().apply(plan, force, who, how.note());
            AuditLine line = new AuditLine(Instant.now(), who, spec.name(), plan.service(), plan.live().version(), now,
                    plan.diff(), how.note());
            Optional<String> failure = session.audit(line);
            failure.ifPresent(why -> spec.commandLine().getErr().println(
                    "warning: the change is done, its audit line could not be written: " + why + "\n" + line.json()));
            report.done(now, who, failure.isEmpty());
        }
        print(report);
        return 0;
    }

    private void print(RouteReport report) {
        spec.commandLine().getOut().print(where.json() ? report.json() : report.text());
        spec.commandLine().getOut().flush();
    }
}
