package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.canary.AlarmGate;
import dev.tandem.ops.canary.Verdict;
import dev.tandem.ops.migrate.Compared;
import dev.tandem.ops.migrate.Migration;
import dev.tandem.ops.migrate.Migrations;
import dev.tandem.ops.routes.MeshOnly;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** What the commands of a migration have in common: look, show, do, record. */
abstract class MigrateChange extends ServiceCommand {

    /** What it looks at, and where it leads. */
    record Plan(Migration now, Migration next) {}

    abstract Plan plan(MeshSession session, Migrations migrations);

    /** Does it; the weights unless it says otherwise. */
    void apply(Migrations migrations, Plan plan, String who) {
        migrations.move(plan.next(), who);
    }

    /** Whether nothing would be done. */
    boolean idle(Plan plan) {
        return plan.now().percent() == plan.next().percent();
    }

    @Override
    public Integer call() {
        return onMesh(session -> {
            MeshOnly.MIGRATION.refuse(session.operations().live(service()).document(), "migrate " + spec().name());
            Migrations migrations = migrations(this, session);
            Plan plan = plan(session, migrations);
            Optional<Compared> compared = migrations.compared(plan.now());
            if (plan.next().percent() > plan.now().percent()) {
                well();
                comparison(compared);
            }
            String outcome = idle(plan) ? "nothing-to-do" : how().yes() ? "done" : "dry-run";
            if (outcome.equals("done")) {
                String who = who();
                recorded(() -> apply(migrations, plan, who), after -> AuditLine.ofText(
                        Instant.now(), who, "migrate " + spec().name(), service(), plan.now().text(), after, how().note()), plan.next().text());
            }
            report(plan, outcome, compared);
            return 0;
        });
    }

    static Migrations migrations(ServiceCommand command, MeshSession session) {
        return new Migrations(command.where().access(), session.dynamo(), session.store().table(), session.leases());
    }

    /** Path of a service at the load balancer. */
    static String path(MeshSession session, String service) {
        return session.operations().live(service).document().path().orElseThrow(() -> new OperationRefusedException(
                "service '" + service + "' has no path of the load balancer, expected one that has"));
    }

    /** A larger share is refused where the last comparison found a difference. */
    void comparison(Optional<Compared> compared) {
        compared.filter(last -> !last.alike()).ifPresent(last -> {
            throw new OperationRefusedException(service() + " gets no larger share: compared with the function, " + last.text()
                    + ". Mend it, then ./tandem migrate compare " + service() + " again");
        });
    }

    private void well() {
        String base = where().prefix() + "-" + service();
        try (CloudWatchClient cloudWatch = where().access().client(CloudWatchClient.builder())) {
            Verdict verdict = new AlarmGate(cloudWatch, base).look(service());
            if (verdict.colour() == Verdict.Colour.RED) {
                throw new OperationRefusedException(service() + " gets no larger share: " + verdict.text() + ". ./tandem migrate back "
                        + service() + " --yes gives all to the function again");
            }
        }
    }

    private void report(Plan plan, String outcome, Optional<Compared> compared) {
        ObjectNode json = head("migrate " + spec().name(), outcome)
                .put("before", plan.now().percent()).put("after", plan.next().percent()).put("rule", plan.now().rule());
        compared.ifPresent(last -> json.putObject("compared").put("at", last.at().toString()).put("asked", last.asked())
                .put("different", last.different()));
        String text = "now   " + plan.now().text() + "\n" + compared.map(last -> "compared " + last.text() + "\n").orElse("") + (outcome.equals("nothing-to-do") ? "Nothing to do.\n"
                : "then  " + plan.next().text() + "\n" + (outcome.equals("done") ? "Done. Undo: ./tandem migrate back " + service()
                        + " --yes\n" : DRY_RUN));
        print(text, json.toPrettyString() + "\n");
    }

    /** The migration under way. */
    final Migration required(Migrations migrations) {
        return migrations.running(service()).orElseThrow(() -> new OperationRefusedException(service()
                + " has no migration under way, expected one. Begin it with ./tandem migrate start " + service() + " --from TARGET-GROUP"));
    }
}
