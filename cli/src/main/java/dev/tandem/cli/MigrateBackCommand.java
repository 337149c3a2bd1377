package dev.tandem.cli;

import dev.tandem.ops.migrate.Migration;
import dev.tandem.ops.migrate.Migrations;
import picocli.CommandLine.Command;

/** {@code tandem migrate back}: all to the function again. */
@Command(
        name = "back",
        description = "Gives all requests of the path to the Lambda function again, in one call.",
        footer = {"  ./tandem migrate back auth --yes"})
final class MigrateBackCommand extends MigrateChange {

    @Override
    Plan plan(MeshSession session, Migrations migrations) {
        Migration now = required(migrations);
        return new Plan(now, now.at(0));
    }
}
