package dev.tandem.preview.report;

import dev.tandem.cost.compare.Difference;
import dev.tandem.cost.compare.Figure;
import dev.tandem.cost.compare.Reported;
import dev.tandem.policy.report.ShortNames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The bill in short, and what changed since an earlier report: in all and by line, the greatest change first. */
final class CostChange {

    private static final BigDecimal CENT = new BigDecimal("0.005");
    private static final int ROWS = 8;

    private CostChange() {}

    /** A line for each stack that both reports have; empty when there is none. */
    static String text(Report report, EarlierReport earlier) {
        StringBuilder out = new StringBuilder();
        for (StackReport s : report.stacks()) {
            Optional<Reported> before = earlier.bill(s.stack());
            if (s.cost().isPresent() && before.isPresent()) {
                out.append(s.stack()).append(": ").append(sentence(s.cost().get(), before.get())).append('\n');
            }
        }
        return out.toString();
    }

    /** Nothing for a stack without a bill. */
    static String markdown(StackReport stack, Optional<EarlierReport> earlier) {
        if (stack.cost().isEmpty()) {
            return "";
        }
        Cost cost = stack.cost().get();
        Optional<Reported> before = earlier.flatMap(e -> e.bill(stack.stack()));
        StringBuilder out = new StringBuilder("\n**Cost** EUR ").append(cents(cost.monthlyEur())).append(" a month of ")
                .append(cents(cost.ceilingEur())).append(", worst case ").append(cents(cost.worstCaseEur()));
        before.ifPresent(b -> out.append("; ").append(sentence(cost, b)));
        out.append('\n');
        before.ifPresent(b -> table(out, cost, b));
        return out.toString();
    }

    private static String sentence(Cost cost, Reported before) {
        BigDecimal change = cost.monthlyEur().subtract(before.monthlyEur());
        return change.abs().compareTo(CENT) < 0 ? "the bill stays as it was"
                : "EUR " + signed(change) + " a month against the earlier report";
    }

    private static void table(StringBuilder out, Cost cost, Reported before) {
        List<Figure> now = cost.lines().stream()
                .map(l -> new Figure(l.region(), l.component(), l.description(), l.monthlyEur())).toList();
        List<Difference> changes = Difference.between(before.lines(), now).stream()
                .filter(d -> d.change().abs().compareTo(CENT) >= 0).toList();
        if (changes.isEmpty()) {
            return;
        }
        out.append("\n| component | charge | EUR a month | change |\n|---|---|---:|---:|\n");
        changes.stream().limit(ROWS).forEach(d -> out.append("| ").append(cell(d.component())).append(" | ")
                .append(cell(d.what())).append(" | ").append(cents(d.after())).append(" | ").append(signed(d.change()))
                .append(" |\n"));
        if (changes.size() > ROWS) {
            out.append("\nand ").append(ShortNames.count(changes.size() - ROWS, "smaller change")).append('\n');
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String signed(BigDecimal eur) {
        return (eur.signum() < 0 ? "-" : "+") + cents(eur.abs());
    }

    private static String cents(BigDecimal eur) {
        return eur.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
