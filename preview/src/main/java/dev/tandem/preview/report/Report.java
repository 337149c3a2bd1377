package dev.tandem.preview.report;

import java.util.Comparator;
import java.util.List;

/**
 * A preview of a project's stacks as plain data; every output format is written from it. Immutable; holds no secret.
 *
 * @param project the project's name
 * @param stacks in the order asked for
 */
public record Report(String project, List<StackReport> stacks) {

    public Report {
        stacks = List.copyOf(stacks);
    }

    /** The highest of the stacks. */
    public ExitCode exitCode() {
        return stacks.stream().map(StackReport::exitCode).max(Comparator.naturalOrder()).orElse(ExitCode.CLEAN);
    }
}
