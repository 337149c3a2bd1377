package dev.tandem.cli;

import dev.tandem.ops.failover.PairTables;
import dev.tandem.ops.reconcile.LostItems;
import dev.tandem.ops.reconcile.Reconciliation;
import dev.tandem.ops.reconcile.WrittenTables;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tandem reconcile}: what became of the old primary's late writes. */
@Command(
        name = "reconcile",
        description = "Tells what became of writes that eu-central-1 had not replicated when eu-west-1 took over, once it is back: kept,"
                + " overwritten by a later write of eu-west-1, or conflicting (replaced what eu-west-1 had acknowledged). Reads the"
                + " streams of both regions' tables, which keep 24 hours. Changes nothing; restore writes one lost item again.",
        subcommands = ReconcileRestoreCommand.class,
        exitCodeList = {
            "0:no takeover in 24 hours, or every late write was kept", "1:something was lost, has not arrived, is not known, or was not read (incomplete)",
            "2:wrong usage", "3:AWS can't be reached, or denies access (says which action)"
        },
        footer = {
            "  ./tandem reconcile                       before a failback, as soon as eu-central-1 answers",
            "  ./tandem reconcile --save lost.jsonl     the lost items too"
        })
final class ReconcileCommand extends AwsCommand {

    @Option(names = "--save", paramLabel = "FILE",
            description = "Writes the lost items into this file, one JSON object a line. They may be personal data: only you may read it.")
    private Path save;

    @Override
    public Integer call() {
        return onPair((pair, who) -> {
            List<Reconciliation> tables = PairTables.of(pair).stream().map(table -> Reconciliation.of(pair, table)).toList();
            if (save != null) {
                try (WrittenTables present = new WrittenTables(pair)) {
                    err().println(LostItems.write(save, tables, present) + " lost items written to " + save);
                }
            }
            ReconcileReport report = new ReconcileReport(where().environment(), tables);
            print(report.text(), report.json());
            return tables.stream().anyMatch(Reconciliation::open) ? REFUSED : 0;
        });
    }
}
