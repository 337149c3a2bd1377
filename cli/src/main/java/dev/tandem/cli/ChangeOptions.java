package dev.tandem.cli;

import picocli.CommandLine.Option;

/** Options of every command that changes something. */
final class ChangeOptions {

    @Option(names = {"-y", "--yes"}, description = "Does it. Without it the change is only shown.")
    private boolean yes;

    @Option(names = {"-m", "--note"}, paramLabel = "TEXT", description = "What for; kept with the change and in the audit log.")
    private String note = "";

    boolean yes() {
        return yes;
    }

    String note() {
        return note;
    }
}
