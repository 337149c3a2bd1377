package dev.tandem.preview.cost;

import dev.tandem.cost.statement.StatementText;

/** Bills as text. */
public final class ProjectCostText {

    private ProjectCostText() {}

    /** All stacks, each with its bill or with why there is none. */
    public static String write(ProjectCost cost) {
        StringBuilder out = new StringBuilder();
        for (ProjectCost.StackCost s : cost.stacks()) {
            out.append(out.isEmpty() ? "" : "\n");
            s.statement().ifPresentOrElse(statement -> out.append(StatementText.write(statement)),
                    () -> out.append(s.stack()).append("  no bill\n"));
            s.problems().forEach(p -> out.append("  ").append(p.strip().replace("\n", "\n  ")).append('\n'));
            s.incomplete().forEach(urn -> out.append("  not priced: the insides of the remote component ").append(urn)
                    .append('\n'));
        }
        return out.toString();
    }
}
