package dev.tandem.cost.statement;

import dev.tandem.cost.compare.ChangeText;
import dev.tandem.cost.compare.Difference;
import dev.tandem.cost.compare.Figure;
import dev.tandem.cost.plan.Component;
import dev.tandem.cost.report.Ceiling;
import dev.tandem.cost.report.CeilingText;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.report.Money;
import dev.tandem.cost.report.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/** A bill as text: lines by component with quantity and unit price, totals, regions, what is not priced or in doubt. */
public final class StatementText {

    private static final int DOUBTFUL = 5;
    private static final int QUANTITY = 66;
    private static final int AMOUNT = 104;

    private final StringBuilder out = new StringBuilder();

    private StatementText() {}

    /** One stack, with a line break at the end. */
    public static String write(Statement s) {
        StatementText text = new StatementText();
        text.line(s.stack() + "  EUR a month");
        text.components(s.planned());
        text.totals(s.planned(), s.ceiling());
        text.regions(s.planned());
        text.gaps(s.planned());
        s.changed().ifPresent(changed -> text.changed(s, changed));
        return text.out.toString();
    }

    private void components(CostReport report) {
        report.byComponent().forEach((component, totals) -> {
            row("  " + component, "", totals.typical().eur());
            report.lines().stream().filter(l -> l.component().equals(component) && shown(l))
                    .sorted(Comparator.comparing(CostLine::monthlyEur).reversed().thenComparing(CostLine::description))
                    .forEach(l -> row("    " + l.description(), quantity(l), l.monthlyEur()));
            rest(report, component);
        });
    }

    private void rest(CostReport report, Component component) {
        List<CostLine> small =
                report.lines().stream().filter(l -> l.component().equals(component) && !shown(l)).toList();
        if (!small.isEmpty()) {
            row("    " + small.size() + " line(s) below a cent", "",
                    small.stream().map(CostLine::monthlyEur).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private static boolean shown(CostLine line) {
        return Money.cents(line.monthlyEur()).signum() != 0;
    }

    private static String quantity(CostLine l) {
        return l.quantity().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " " + l.unit()
                + " x USD " + l.unitPriceUsd().stripTrailingZeros().toPlainString();
    }

    private void totals(CostReport report, Ceiling ceiling) {
        Totals totals = report.totals();
        row("  typical; the ceiling is " + Money.cents(ceiling.eur()).toPlainString(), "", totals.typical().eur());
        row("  worst case: no Spot capacity left, all at the on-demand price", "", totals.worstCase().eur());
        row("  at maximum: the worst case with autoscaling at its maximum all month", "", totals.atMaximum().eur());
        Ceiling.Verdict verdict = ceiling.judge(report);
        if (verdict.standing() == Ceiling.Standing.OVER) {
            verdict(verdict);
        }
    }

    private void verdict(Ceiling.Verdict verdict) {
        CeilingText.full(verdict).lines().forEach(l -> line("  " + l));
    }

    /** What stands in a stack's bill may be charged in another region: replicas of what it declares. */
    private void regions(CostReport report) {
        report.byRegion().forEach((region, totals) -> row("  charged in " + region, "", totals.typical().eur()));
    }

    private void gaps(CostReport report) {
        report.notPriced().forEach(n -> line("  not priced: " + n));
        if (!report.doubtful().isEmpty()) {
            line("  " + report.doubtful().size() + " price(s) in use are unverified, or were last seen more than 180 days ago:");
            report.doubtful().stream().limit(DOUBTFUL).forEach(d -> row("    " + d, "", d.monthly().eur()));
            if (report.doubtful().size() > DOUBTFUL) {
                line("    and " + (report.doubtful().size() - DOUBTFUL) + " more, each for less; --format json has all");
            }
        }
        line("  rate: " + report.rate().usdPerEur().toPlainString() + " USD per EUR of " + report.rate().date() + " ("
                + report.rate().source() + "); usage: " + report.usageOrigin());
    }

    private void changed(Statement s, CostReport changed) {
        line("");
        line("  What if " + String.join(", ", s.changes()));
        s.notes().forEach(n -> line("    " + n));
        out.append(ChangeText.table(Difference.between(Figure.of(s.planned().lines()), Figure.of(changed.lines()))));
        Ceiling.Verdict verdict = s.ceiling().judge(changed);
        line("  EUR " + s.planned().totals().typical().eurCents() + " -> "
                + changed.totals().typical().eurCents() + " a month; worst case "
                + s.planned().totals().worstCase().eurCents() + " -> " + changed.totals().worstCase().eurCents());
        if (verdict.standing() == Ceiling.Standing.OVER) {
            line("  This passes the ceiling:");
            verdict(verdict);
        } else {
            line("  This stays under the ceiling of EUR " + Money.cents(s.ceiling().eur()).toPlainString() + ", EUR "
                    + Money.cents(s.ceiling().eur().subtract(changed.totals().typical().eur())).toPlainString() + " left");
        }
    }

    private void row(String text, String quantity, BigDecimal eur) {
        StringBuilder row = new StringBuilder(text);
        if (!quantity.isEmpty()) {
            row.append(" ".repeat(Math.max(2, QUANTITY - row.length()))).append(quantity);
        }
        String amount = Money.cents(eur).toPlainString();
        line(row + " ".repeat(Math.max(2, AMOUNT - row.length() - amount.length())) + amount);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
