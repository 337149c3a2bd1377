package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.canary.Watcher;
import dev.tandem.ops.routes.RoutePlan;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a canary says while it runs (on standard output, with {@code --json} on standard error), and at its end. */
final class CanaryReport implements Watcher {

    private final CanaryChange command;
    private final List<String> said = new ArrayList<>();
    private String who = "";

    CanaryReport(CanaryChange command) {
        this.command = command;
    }

    void by(String arn) {
        who = arn;
    }

    @Override
    public void says(String line) {
        said.add(line);
        PrintWriter out = command.where().json() ? command.err() : command.spec().commandLine().getOut();
        out.println(Instant.now().toString().substring(11, 19) + "  " + line);
        out.flush();
    }

    @Override
    public void changed(RoutePlan plan, long now, String why) {
        says("version " + now + " is live: " + plan.diff().human().replace("\n", ", "));
        command.audit(AuditLine.ofRoutes(Instant.now(), who, name(), plan.service(), plan.live().version(), now, plan.diff(),
                command.how().note().isEmpty() ? why : why + ": " + command.how().note()));
    }

    private String name() {
        return "canary " + command.spec().name();
    }

    String dryText(Optional<RoutePlan> plan, Optional<CanaryRun> running) {
        StringBuilder text = new StringBuilder();
        running.ifPresent(run -> text.append("Now: ").append(run.text()).append('\n'));
        plan.ifPresent(change -> {
            text.append(change.service()).append(": version ").append(change.live().version()).append(" is live\n");
            text.append(change.idle() ? "  nothing differs\n" : "  " + change.diff().human().replace("\n", "\n  ") + "\n");
            text.append(change.members().isEmpty() ? "" : "running tasks: " + change.members() + "\n");
            if (!change.problems().isEmpty()) {
                text.append("Refused, nothing was changed:\n");
                change.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
            }
        });
        boolean refused = plan.filter(change -> !change.problems().isEmpty()).isPresent();
        return refused ? text.toString() : text + ChangeCommand.DRY_RUN;
    }

    String dryJson(Optional<RoutePlan> plan, Optional<CanaryRun> running) {
        ObjectNode json = command.head(name(), plan.filter(change -> !change.problems().isEmpty()).isPresent() ? "refused" : "dry-run");
        running.ifPresent(run -> describe(json, run));
        plan.ifPresent(change -> {
            json.put("before", change.live().version());
            json.set("changes", change.diff().json());
            var problems = json.putArray("problems");
            change.problems().forEach(problem -> problems.add(problem.toString()));
        });
        return json.toPrettyString() + "\n";
    }

    String text(CanaryRun run) {
        String service = run.service();
        return switch (run.phase()) {
            case GREEN -> "Green at " + run.share() + " %. Next: ./tandem canary " + (run.last() ? "promote " : "step ") + service
                    + " --yes\n";
            case PROMOTED -> "Promoted: " + run.version() + " of " + service + " has everything. Next: deploy its image as "
                    + run.against() + ", then ./tandem blue-green switch " + service + " --yes\nUndo: ./tandem rollback " + service
                    + " --to " + RoutePlan.named(run.base()) + " --yes\n";
            default -> "Taken back: " + run.reason() + "\n";
        };
    }

    String json(CanaryRun run) {
        ObjectNode json = command.head(name(), switch (run.phase()) {
            case GREEN -> "green";
            case PROMOTED -> "promoted";
            default -> "taken-back";
        });
        describe(json, run);
        json.put("who", who);
        var events = json.putArray("events");
        said.forEach(events::add);
        return json.toPrettyString() + "\n";
    }

    private static void describe(ObjectNode json, CanaryRun run) {
        json.put("phase", run.phase().name().toLowerCase(java.util.Locale.ROOT)).put("share", run.share()).put("image", run.image())
                .put("base", run.base()).put("reason", run.reason());
    }
}
