package dev.tandem.cli;

import picocli.CommandLine.Command;

/** {@code tandem canary promote}: everything. */
@Command(
        name = "promote",
        description = "Gives the new version everything. Refused until every share was green; the last one is watched to its end first.",
        footer = {"  ./tandem canary promote auth --yes"})
final class CanaryPromoteCommand extends CanaryChange {

    @Override
    public Integer call() {
        return canary(session -> session.running().map(run -> session.planner().planNext(run)), canary -> canary.promote(service()));
    }
}
