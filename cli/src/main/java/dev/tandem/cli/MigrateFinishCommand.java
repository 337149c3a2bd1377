package dev.tandem.cli;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.migrate.Migration;
import dev.tandem.ops.migrate.Migrations;
import picocli.CommandLine.Command;

/** {@code tandem migrate finish}: the function is out of the rule. */
@Command(
        name = "finish",
        description = "Takes the Lambda function out of the rule, which is then as the stack declares it. Refused until the service has"
                + " 100 %%. There is no way back by a command after it: the function's target group stays until you delete it.",
        footer = {"  ./tandem migrate finish auth --yes"})
final class MigrateFinishCommand extends MigrateChange {

    @Override
    Plan plan(MeshSession session, Migrations migrations) {
        Migration now = required(migrations);
        if (now.percent() != 100) {
            throw new OperationRefusedException(now.text() + ", expected 100 % for the service before the function is taken out of the rule."
                    + " Go on with ./tandem migrate step " + service() + " --yes");
        }
        return new Plan(now, now);
    }

    @Override
    void apply(Migrations migrations, Plan plan, String who) {
        migrations.finish(plan.next(), who);
    }

    @Override
    boolean idle(Plan plan) {
        return false;
    }
}
