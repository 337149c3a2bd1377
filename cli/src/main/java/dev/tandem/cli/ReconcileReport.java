package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.reconcile.LateWrite;
import dev.tandem.ops.reconcile.LateWrite.Verdict;
import dev.tandem.ops.reconcile.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The verdicts, for people and for machines. Keys are shown, items are not. */
record ReconcileReport(String environment, List<Reconciliation> tables) {

    String text() {
        StringBuilder text = new StringBuilder();
        for (Reconciliation table : tables) {
            text.append(table.table()).append(": ");
            if (!table.complete()) {
                text.append("incomplete, its streams have more than was read; ");
            }
            if (table.takeover().isEmpty()) {
                text.append("no takeover in the last 24 hours, which is all that its stream keeps\n");
                continue;
            }
            text.append("taken over at ").append(table.takeover().get().at()).append(" (epoch ").append(table.takeover().get().epoch())
                    .append("), recovery point at most ").append(seconds(table.recoveryPoint())).append('\n');
            table.late().stream().filter(write -> write.verdict() != Verdict.KEPT).forEach(write -> text.append("  ")
                    .append(word(write)).append("  ").append(write.at()).append("  ").append(write.key()).append('\n'));
            text.append(String.format("  late writes: %d kept, %d overwritten, %d conflicting, %d waiting%n", table.count(Verdict.KEPT),
                    table.count(Verdict.OVERWRITTEN), table.count(Verdict.CONFLICTING), table.count(Verdict.WAITING)));
            if (table.unstamped() > 0) {
                text.append("  not known: ").append(table.unstamped()).append(" items that carry no stamp of the service kit\n");
            }
            if (old(table)) {
                text.append("  more than 23 hours ago: the first late writes may have left the streams already\n");
            }
        }
        return text.append(tables.stream().anyMatch(Reconciliation::open)
                ? "What to do: docs/runbooks/region-failback.md\n" : "Nothing is to be done.\n").toString();
    }

    private static boolean old(Reconciliation table) {
        return table.takeover().filter(moved -> moved.at().isBefore(Instant.now().minus(Reconciliation.KEPT).plus(Duration.ofHours(1))))
                .isPresent();
    }

    private static String seconds(Duration lag) {
        return lag.toSeconds() + " s";
    }

    private static String word(LateWrite write) {
        return String.format("%-11s", write.verdict().name().toLowerCase(Locale.ROOT));
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("command", "reconcile").put("environment", environment);
        var list = json.putArray("tables");
        for (Reconciliation table : tables) {
            ObjectNode node = list.addObject().put("table", table.table()).put("open", table.open()).put("complete", table.complete()).put("unstamped", table.unstamped())
                    .put("recoveryPointAtMostSeconds", table.recoveryPoint().toSeconds());
            table.takeover().ifPresent(moved -> node.putObject("takeover").put("epoch", moved.epoch()).put("at", moved.at().toString()));
            var late = node.putArray("late");
            table.late().forEach(write -> late.addObject().put("key", write.key()).put("at", write.at().toString())
                    .put("verdict", write.verdict().name().toLowerCase(Locale.ROOT)));
        }
        return json.toPrettyString() + "\n";
    }
}
