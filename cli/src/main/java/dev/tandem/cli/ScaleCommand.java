package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.capacity.Capacity;
import dev.tandem.ops.capacity.Capacity.Change;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** What taking down and bringing back have in common. */
abstract class ScaleCommand extends ChangeCommand {

    @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "ECS services, such as persona-stable. Default: all that are scaled.")
    private List<String> services = List.of();

    abstract List<Change> plan(Capacity capacity, List<String> chosen);

    abstract void apply(Capacity capacity, List<Change> changes, String who);

    /** Whether nothing would be done. */
    boolean idle(List<Change> changes) {
        return changes.stream().allMatch(Change::idle);
    }

    @Override
    public Integer call() {
        return onMesh(session -> {
            Capacity capacity = new Capacity(where().access(), session.dynamo(), session.store().table(), where().prefix(),
                    session.leases());
            List<Change> changes = plan(capacity, services);
            String outcome = idle(changes) ? "nothing-to-do" : how().yes() ? "done" : "dry-run";
            if (outcome.equals("done")) {
                String who = who();
                recorded(() -> apply(capacity, changes, who), after -> AuditLine.ofText(
                        Instant.now(), who, spec().name(), "region", text(changes, true), after, how().note()), text(changes, false));
            }
            report(changes, outcome);
            return 0;
        });
    }

    private void report(List<Change> changes, String outcome) {
        StringBuilder text = new StringBuilder(where().region() + " (" + where().environment() + "), tasks at least..at most\n");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("command", spec().name()).put("environment", where().environment()).put("region", where().region())
                .put("outcome", outcome).put("dryRun", !how().yes());
        var list = json.putArray("changes");
        for (Change change : changes) {
            text.append("  ").append(change.before().text())
                    .append(change.idle() ? "" : " -> " + change.after().least() + ".." + change.after().most()
                            + (change.after().suspended() ? ", schedule suspended" : "")).append('\n');
            list.addObject().put("service", change.before().service()).put("leastBefore", change.before().least())
                    .put("mostBefore", change.before().most()).put("least", change.after().least()).put("most", change.after().most());
        }
        text.append(switch (outcome) {
            case "nothing-to-do" -> "Nothing to do.\n";
            case "done" -> "Done: " + after() + "\n";
            default -> DRY_RUN;
        });
        print(text.toString(), json.toPrettyString() + "\n");
    }

    /** What to know when it is done. */
    abstract String after();

    private static String text(List<Change> changes, boolean before) {
        return changes.stream().map(change -> before ? change.before().text() : change.after().text()).collect(Collectors.joining("; "));
    }
}
