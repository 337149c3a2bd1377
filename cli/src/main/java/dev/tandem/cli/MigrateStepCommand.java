package dev.tandem.cli;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.migrate.Compared;
import dev.tandem.ops.migrate.Migration;
import dev.tandem.ops.migrate.Migrations;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem migrate step}: the next share. */
@Command(
        name = "step",
        description = "Gives the service its next share: 10, 50, 100 %%. Refused while an alarm of the service rings, and without a"
                + " comparison of the last 24 hours in which function and service answered alike.",
        footer = {"  ./tandem migrate step auth --yes", "  ./tandem migrate step auth --percent 25 --yes"})
final class MigrateStepCommand extends MigrateChange {

    @Option(names = "--percent", paramLabel = "N", description = "Share of the service. Default: the next of 10, 50, 100.")
    private Integer percent;

    @Option(names = "--uncompared", description = "Goes on without a comparison, such as for a path that GET can't ask.")
    private boolean uncompared;

    @Override
    void comparison(Optional<Compared> compared) {
        super.comparison(compared);
        if (!uncompared && compared.filter(last -> last.valid(Instant.now())).isEmpty()) {
            throw new OperationRefusedException(service() + " gets no larger share: "
                    + compared.map(last -> "the last comparison is older than 24 hours (" + last.text() + ")")
                            .orElse("its answers were never compared with the function's")
                    + ". ./tandem migrate compare " + service() + " does; --uncompared goes on without");
        }
    }

    @Override
    Plan plan(MeshSession session, Migrations migrations) {
        if (percent != null && (percent < 1 || percent > 100)) {
            throw Choices.wrong(spec(), "--percent", percent.toString(), "a share of 1 to 100 percent");
        }
        Migration now = required(migrations);
        return new Plan(now, now.at(percent == null ? Migrations.next(now).orElse(100) : percent));
    }
}
