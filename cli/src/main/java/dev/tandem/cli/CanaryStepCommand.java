package dev.tandem.cli;

import picocli.CommandLine.Command;

/** {@code tandem canary step}: the next share. */
@Command(
        name = "step",
        description = "Watches the present share to its end, gives the next one, and watches that until it is green, or takes it back.",
        footer = {"  ./tandem canary step auth --yes"})
final class CanaryStepCommand extends CanaryChange {

    @Override
    public Integer call() {
        return canary(session -> session.running().filter(run -> !run.last()).map(run -> session.planner().planNext(run)),
                canary -> canary.step(service()));
    }
}
