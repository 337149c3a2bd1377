package dev.tandem.cli;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.migrate.Migration;
import dev.tandem.ops.migrate.Migrations;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem migrate start}: the first share. */
@Command(
        name = "start",
        description = "Gives the service its first share of a path that a Lambda function answers.",
        footer = {"  ./tandem migrate start auth --from prod-auth-lambda", "  ./tandem migrate start auth --from prod-auth-lambda --percent 5 --yes"})
final class MigrateStartCommand extends MigrateChange {

    @Option(names = "--from", paramLabel = "TARGET-GROUP", required = true, description = "Name of the function's target group.")
    private String from;

    @Option(names = "--percent", paramLabel = "N", defaultValue = "10", description = "First share of the service. Default: ${DEFAULT-VALUE}.")
    private int percent;

    @Override
    Plan plan(MeshSession session, Migrations migrations) {
        if (percent < 1 || percent > 50) {
            throw Choices.wrong(spec(), "--percent", String.valueOf(percent), "a first share of 1 to 50 percent");
        }
        Optional<Migration> running = migrations.running(service());
        if (running.filter(migration -> migration.percent() > 0).isPresent()) {
            if (running.get().percent() == percent) {
                return new Plan(running.get(), running.get());
            }
            throw new OperationRefusedException("a migration is under way: " + running.get().text() + ". Go on with ./tandem migrate step "
                    + service() + " --yes, or ./tandem migrate back " + service() + " --yes");
        }
        Migration found = migrations.find(service(), path(session, service()), from, where().stable(service()));
        if (found.percent() == 100) {
            throw new OperationRefusedException(service() + " answers its path alone already: nothing is left to migrate. To give it"
                    + " back to the function use ./tandem migrate back, while a migration is under way");
        }
        return new Plan(found, found.at(percent));
    }
}
