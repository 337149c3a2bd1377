package dev.tandem.preview.cost;

import dev.tandem.cost.statement.Statement;
import dev.tandem.preview.report.ExitCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The bills of a project's stacks. Immutable; holds no secret.
 *
 * @param project the project's name
 * @param stacks in the order asked for
 */
public record ProjectCost(String project, List<StackCost> stacks) {

    public ProjectCost {
        stacks = List.copyOf(stacks);
    }

    /**
     * The bill of one stack.
     *
     * @param stack the stack's name
     * @param region its region; empty when nothing says it
     * @param exitCode how this stack ends: violated when the bill passes the ceiling or the plan is incomplete
     * @param problems why there is no bill; empty when there is
     * @param incomplete URNs of remote components, whose insides are not priced
     * @param statement the bill
     */
    public record StackCost(String stack, String region, ExitCode exitCode, List<String> problems,
            List<String> incomplete, Optional<Statement> statement) {

        public StackCost {
            problems = List.copyOf(problems);
            incomplete = List.copyOf(incomplete);
        }
    }

    /** The highest of the stacks. */
    public ExitCode exitCode() {
        return stacks.stream().map(StackCost::exitCode).max(Comparator.naturalOrder()).orElse(ExitCode.CLEAN);
    }
}
