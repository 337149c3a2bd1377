package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.routes.RoutePlan;

/** What a change of routes says: before, what differs, and what became of it. */
final class RouteReport {

    private final String command;
    private final OperatorOptions where;
    private final RoutePlan plan;
    private final boolean yes;
    private String outcome;
    private long after;
    private String who = "";
    private boolean audited;

    RouteReport(String command, OperatorOptions where, RoutePlan plan, boolean yes) {
        this.command = command;
        this.where = where;
        this.plan = plan;
        this.yes = yes;
        this.outcome = plan.idle() ? "nothing-to-do" : "dry-run";
    }

    void refused() {
        outcome = "refused";
    }

    void done(long version, String author, boolean recorded) {
        outcome = "done";
        after = version;
        who = author;
        audited = recorded;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        long live = plan.live().version();
        text.append(plan.service()).append(" in ").append(where.region()).append(" (").append(where.environment()).append("): version ")
                .append(live).append(outcome.equals("done") ? " was live\n" : " is live\n");
        if (!plan.idle()) {
            plan.earlier().ifPresent(number -> text.append("back to ").append(number == RoutePlan.DECLARED ? "what the stack declares"
                    : "version " + number).append('\n'));
            text.append("  ").append(plan.diff().human().replace("\n", "\n  ")).append('\n');
        }
        if (!plan.members().isEmpty()) {
            text.append("running tasks: ").append(plan.members()).append('\n');
        }
        switch (outcome) {
            case "nothing-to-do" -> text.append("Nothing to do: this is what is live.\n");
            case "refused" -> {
                text.append("Refused, nothing was changed:\n");
                plan.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
            }
            case "done" -> text.append("Done: version ").append(after).append(" is live; every Envoy follows within 6 s.\nUndo: ")
                    .append(undo()).append('\n');
            default -> text.append(ChangeCommand.DRY_RUN);
        }
        return text.toString();
    }

    private String undo() {
        return "./tandem rollback " + plan.service() + " --to " + RoutePlan.named(plan.live().version()) + " --yes";
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("command", command)
                .put("service", plan.service())
                .put("environment", where.environment())
                .put("region", where.region())
                .put("outcome", outcome)
                .put("dryRun", !yes)
                .put("before", plan.live().version());
        if (outcome.equals("done")) {
            json.put("after", after).put("who", who).put("audited", audited).put("undo", undo());
        }
        json.set("changes", plan.diff().json());
        ObjectNode tasks = json.putObject("runningTasks");
        plan.members().forEach(tasks::put);
        var problems = json.putArray("problems");
        plan.problems().forEach(problem -> problems.add(problem.toString()));
        return json.toPrettyString() + "\n";
    }
}
