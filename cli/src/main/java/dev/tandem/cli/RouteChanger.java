package dev.tandem.cli;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.routes.RoutePlan;
import java.time.Instant;

/** What all changes of routes have in common: show, do, record. */
final class RouteChanger {

    private final ServiceCommand command;
    private final boolean force;
    private final boolean countRequired;

    RouteChanger(ServiceCommand command, boolean force, boolean countRequired) {
        this.command = command;
        this.force = force;
        this.countRequired = countRequired;
    }

    int change(MeshSession session, RoutePlan plan) {
        String name = command.spec().name();
        RouteReport report = new RouteReport(name, command.where(), plan, command.how().yes());
        session.notCounted().ifPresent(why -> command.err().println("warning: tasks were not counted: " + why));
        if (countRequired && session.notCounted().isPresent() && !plan.idle()) {
            throw new OperationRefusedException(plan.service() + ": its tasks could not be counted, so a version without tasks could"
                    + " get a share. Nothing was changed; --force skips the count");
        }
        if (!plan.problems().isEmpty()) {
            report.refused();
            command.print(report.text(), report.json());
            return AwsCommand.REFUSED;
        }
        if (command.how().yes() && !plan.idle()) {
            String who = command.who();
            long now = session.operations().apply(plan, force, who, command.how().note());
            boolean recorded = command.audit(AuditLine.ofRoutes(Instant.now(), who, name, plan.service(), plan.live().version(), now,
                    plan.diff(), command.how().note()));
            report.done(now, who, recorded);
        }
        command.print(report.text(), report.json());
        return 0;
    }
}
