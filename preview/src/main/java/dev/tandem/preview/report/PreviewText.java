package dev.tandem.preview.report;

import dev.tandem.policy.report.FindingsText;
import dev.tandem.policy.report.ShortNames;
import dev.tandem.policy.report.TextReport;
import dev.tandem.policy.report.TextStyle;
import java.util.Locale;

/** Writes a report for people: per stack tree, findings and cost; one summary line per stack last. */
public final class PreviewText {

    private PreviewText() {}

    /**
     * The whole report with a line break at its end.
     *
     * @param withUnused whether rules are listed that no resource concerned
     */
    public static String write(Report report, TextStyle style, boolean withUnused) {
        StringBuilder out = new StringBuilder();
        report.stacks().forEach(s -> stack(out, s, style, withUnused));
        report.stacks().forEach(s -> out.append(summary(s, style)).append('\n'));
        return out.toString();
    }

    private static void stack(StringBuilder out, StackReport stack, TextStyle style, boolean withUnused) {
        out.append(style.bold("Stack " + stack.stack())).append('\n');
        stack.log().forEach(l -> out.append("  ").append(l.level()).append(": ")
                .append(l.message().strip().replace("\n", "\n    ")).append('\n'));
        if (!stack.problems().isEmpty()) {
            stack.problems().forEach(p -> out.append("  ").append(style.red("error: "))
                    .append(p.strip().replace("\n", "\n    ")).append('\n'));
        } else {
            out.append(TreeText.write(stack.resources(), style));
            stack.incomplete().forEach(urn -> out.append("  ").append(style.yellow("incomplete: "))
                    .append(ShortNames.resource(urn))
                    .append(" is a remote component, which only its own provider can expand; what is inside was neither"
                            + " judged nor priced\n"));
            out.append(FindingsText.write(stack.policy(), style, withUnused));
            // With rules, a finding about the ceiling tells what would save.
            stack.cost().ifPresent(c -> out.append(CostText.write(c, stack.rules().isEmpty(), style)));
        }
        out.append('\n');
    }

    private static String summary(StackReport stack, TextStyle style) {
        StringBuilder out = new StringBuilder(style.bold(stack.stack())).append(": ");
        if (stack.problems().isEmpty()) {
            out.append(ShortNames.count(stack.managed(), "resource"));
            out.append(stack.rules().isEmpty() ? ", no rules" : ", " + ShortNames.count(stack.rules().size(), "rule"));
            out.append(", ").append(TextReport.counts(stack.policy()));
            stack.cost().ifPresent(c -> out.append(String.format(Locale.ROOT, ", EUR %.2f of %.2f a month (worst case %.2f)",
                    c.monthlyEur(), c.ceilingEur(), c.worstCaseEur())));
            stack.cost().filter(c -> !c.notPriced().isEmpty()).ifPresent(
                    c -> out.append(", ").append(ShortNames.count(c.notPriced().size(), "type")).append(" not priced"));
            out.append(": ");
        }
        return out.append(verdict(stack, style)).toString();
    }

    private static String verdict(StackReport stack, TextStyle style) {
        return switch (stack.exitCode()) {
            case CLEAN -> style.green("ok");
            case VIOLATED -> style.red(stack.policy().mandatory() > 0 ? "refused"
                    : stack.incomplete().isEmpty() ? "refused, undecided" : "incomplete");
            case INVALID -> style.red("configuration refused");
            case PROGRAM_FAILED -> style.red("the program failed");
            case PACK_FAILED -> style.red("the policy pack failed");
        };
    }
}
