package dev.tandem.cli;

import picocli.CommandLine.Command;

/** {@code tandem canary abort}: back. */
@Command(
        name = "abort",
        description = "Takes the new version's share away, whatever it was and whoever watches it: one conditional write."
                + " Every Envoy follows within 6 s.",
        footer = {"  ./tandem canary abort auth --yes -m \"customers complain\""})
final class CanaryAbortCommand extends CanaryChange {

    @Override
    public Integer call() {
        String reason = how().note().isEmpty() ? "aborted" : "aborted: " + how().note();
        return canary(session -> session.running().map(run -> session.planner().planBack(run)),
                canary -> canary.abort(service(), reason));
    }

    @Override
    boolean aborts() {
        return true;
    }
}
