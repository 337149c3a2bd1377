package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.failover.MachinePlan;
import dev.tandem.ops.failover.MachineRun;
import dev.tandem.ops.failover.Pair;
import dev.tandem.ops.failover.Pair.Move;
import dev.tandem.ops.failover.PairState;

/** What a failover or failback says. */
final class PairReport {

    private final PairCommand command;
    private final Pair pair;
    private final PairState state;

    PairReport(PairCommand command, Pair pair, PairState state) {
        this.command = command;
        this.pair = pair;
        this.state = state;
    }

    private StringBuilder now() {
        StringBuilder text = new StringBuilder("Now: " + state.writing() + " writes, operation " + state.operation()
                + (state.paused() ? ", held" : "") + "\n");
        state.running().ifPresent(run -> text.append("under way: ").append(run).append('\n'));
        return text;
    }

    String nothing() {
        return now() + "Nothing to do: " + pair.target(command.move()) + " has everything already. --again does every step once more.\n";
    }

    String held(String what, boolean done) {
        return now() + (done ? "Done: the machine is " + what + "\n" : ChangeCommand.DRY_RUN);
    }

    String dry() {
        StringBuilder text = now();
        String target = pair.target(command.move());
        text.append(command.move() == Move.FAILOVER
                ? "Would do: " + pair.primary() + " leaves the public name, " + target + " writes, capacity grows, its tasks are awaited\n"
                : "Would do: soak, drain, " + target + " writes, 10, 50, 100 % of the users, capacity back\n");
        text.append("  tables: ").append(state.plan().tables()).append("\n  services: ").append(state.plan().services()).append('\n');
        text.append("predicted: at most ").append(state.plan().seconds()).append(" s\n");
        for (MachinePlan.Part part : state.plan().parts()) {
            text.append(String.format("  %5d s  %s%n", part.seconds(), part.name()));
        }
        state.lastSeconds().ifPresent(last -> text.append("the last one took ").append(last).append(" s\n"));
        if (command.move() == Move.FAILOVER) {
            text.append("at risk: what ").append(pair.primary()).append(" wrote and did not replicate yet, normally under two seconds of"
                    + " writes (ReplicationLatency of the tables); ./tandem reconcile tells what became of it\n");
        }
        if (state.reasons().isEmpty()) {
            return text.append(target).append(" is well.\n").append(ChangeCommand.DRY_RUN).toString();
        }
        state.reasons().forEach(reason -> text.append("red: ").append(reason).append('\n'));
        return text.append("Refused while ").append(target).append(" is red; --yes --force asks you to type its name.\n").toString();
    }

    String ended(MachineRun.End end) {
        return end.succeeded()
                ? "Done in " + end.seconds() + " s (predicted: at most " + state.plan().seconds() + " s). Undo: ./tandem "
                        + (command.move() == Move.FAILOVER ? "failback" : "failover") + " --yes\n"
                : "Ended without success after " + end.seconds() + " s: " + end.error() + ": " + end.cause() + "\n";
    }

    String json(String outcome) {
        return head(outcome).toPrettyString() + "\n";
    }

    String json(MachineRun.End end) {
        return head(end.succeeded() ? "done" : "failed").put("error", end.error()).put("cause", end.cause())
                .put("seconds", end.seconds()).toPrettyString() + "\n";
    }

    private ObjectNode head(String outcome) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("command", command.spec().name()).put("environment", command.where().environment())
                .put("from", pair.target(command.move() == Move.FAILOVER ? Move.FAILBACK : Move.FAILOVER))
                .put("to", pair.target(command.move()))
                .put("outcome", outcome).put("dryRun", !command.how().yes())
                .put("operation", state.operation()).put("paused", state.paused())
                .put("predictedSeconds", state.plan().seconds());
        state.lastSeconds().ifPresent(last -> json.put("lastSeconds", last));
        ObjectNode writers = json.putObject("writers");
        state.writers().forEach(writers::put);
        var red = json.putArray("red");
        state.reasons().forEach(red::add);
        return json;
    }
}
