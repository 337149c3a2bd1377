package dev.tandem.cost.statement;

import dev.tandem.cost.report.Ceiling;
import dev.tandem.cost.report.CostReport;
import java.util.List;
import java.util.Optional;

/**
 * The bill of one stack. Immutable.
 *
 * @param stack the stack's name
 * @param region its region; empty when nothing says it
 * @param ceiling what it may cost
 * @param planned the bill of the plan
 * @param changes what was asked to be different, as asked
 * @param notes what the changes did, in words
 * @param changed the bill with the changes; empty without any
 */
public record Statement(String stack, String region, Ceiling ceiling, CostReport planned, List<String> changes,
        List<String> notes, Optional<CostReport> changed) {

    public Statement {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /** Whether the bill, with the changes where there are any, passes the ceiling. */
    public boolean over() {
        return ceiling.judge(changed.orElse(planned)).standing() == Ceiling.Standing.OVER;
    }
}
