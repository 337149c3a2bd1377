package dev.tandem.cli;

import dev.tandem.ops.migrate.Migration;
import dev.tandem.ops.migrate.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem migrate step}: the next share. */
@Command(
        name = "step",
        description = "Gives the service its next share: 10, 50, 100 %%. Refused while an alarm of the service rings.",
        footer = {"  ./tandem migrate step auth --yes", "  ./tandem migrate step auth --percent 25 --yes"})
final class MigrateStepCommand extends MigrateChange {

    @Option(names = "--percent", paramLabel = "N", description = "Share of the service. Default: the next of 10, 50, 100.")
    private Integer percent;

    @Override
    Plan plan(MeshSession session, Migrations migrations) {
        if (percent != null && (percent < 1 || percent > 100)) {
            throw Choices.wrong(spec(), "--percent", percent.toString(), "a share of 1 to 100 percent");
        }
        Migration now = required(migrations);
        return new Plan(now, now.at(percent == null ? Migrations.next(now).orElse(100) : percent));
    }
}
