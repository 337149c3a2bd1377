package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.reconcile.LostItem;
import dev.tandem.ops.reconcile.Restoration;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem reconcile restore}: one lost item is written again. */
@Command(
        name = "restore",
        description = "Writes one lost item again, in the place of the one that won, once the service's owner decided so. Only over the item"
                + " that was there when FILE was saved, only in the region that writes the table, and never what was deleted: refused when"
                + " anything changed since. What is replaced goes into a new file first, from which it can be restored the same way. No"
                + " event is published, and nothing that the service derives is made again.",
        footer = {
            "  ./tandem reconcile restore lost.jsonl --table tandem-prod-auth --key \"user#1 / profile\"          which attributes change",
            "  ./tandem reconcile restore lost.jsonl --table tandem-prod-auth --key \"user#1 / profile\" --yes -m \"asked by its owner\""
        })
final class ReconcileRestoreCommand extends ChangeCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "What reconcile --save wrote.")
    private Path file;

    @Option(names = "--table", paramLabel = "NAME", required = true, description = "Table of the item, as its line says.")
    private String table;

    @Option(names = "--key", paramLabel = "KEY", required = true, description = "Key of the item, as its line says.")
    private String key;

    @Option(names = "--replaced", paramLabel = "FILE", description = "New file for what is replaced. Default: FILE.replaced.")
    private Path replaced;

    @Override
    public Integer call() {
        return onPair((pair, who) -> {
            Restoration plan = Restoration.of(pair, LostItem.in(file, table, key));
            Path kept = replaced == null ? Path.of(file + ".replaced") : replaced;
            String outcome = plan.idle() ? "nothing-to-do" : how().yes() ? "done" : "dry-run";
            if (outcome.equals("done")) {
                plan.apply(pair, kept);
                // Keys may be personal data, and these lines are kept for long.
                audit(where().in(plan.region()), AuditLine.ofText(Instant.now(), who, "reconcile restore", table, plan.item().now(),
                        "the item that was lost in " + plan.item().writtenIn(), how().note()));
            }
            print(text(plan, outcome, kept), json(plan, outcome, kept).toPrettyString() + "\n");
            return 0;
        });
    }

    private String text(Restoration plan, String outcome, Path kept) {
        return table + " " + key + " in " + plan.region() + " (epoch " + plan.epoch() + ")\n" + switch (outcome) {
            case "nothing-to-do" -> "Nothing to do: the item is there.\n";
            case "done" -> "Done: written. What was replaced: " + kept + "\nUndo: ./tandem reconcile restore " + kept + " --table " + table
                    + " --key \"" + key + "\" --yes\n";
            default -> "  would change: " + String.join(", ", plan.changes()) + "\n" + DRY_RUN;
        };
    }

    private ObjectNode json(Restoration plan, String outcome, Path kept) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("command", "reconcile restore").put("environment", where().environment())
                .put("table", table).put("key", key).put("region", plan.region()).put("epoch", plan.epoch())
                .put("outcome", outcome).put("dryRun", !how().yes());
        var changes = json.putArray("changes");
        plan.changes().forEach(changes::add);
        return outcome.equals("done") ? json.put("replaced", kept.toString()) : json;
    }
}
