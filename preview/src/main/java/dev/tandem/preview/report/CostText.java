package dev.tandem.preview.report;

import dev.tandem.policy.report.ShortNames;
import dev.tandem.policy.report.TextStyle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bill as a table: lines of a cent and more by component, the rest together; totals; what has no price. */
final class CostText {

    private static final BigDecimal CENT = new BigDecimal("0.005");
    private static final int AMOUNT_COLUMN = 96;

    private CostText() {}

    static String write(Cost cost, boolean withSavings, TextStyle style) {
        StringBuilder out = new StringBuilder("\n").append(style.bold("Cost")).append("  EUR a month\n");
        Map<String, List<Cost.Line>> byComponent = new LinkedHashMap<>();
        cost.lines().stream()
                .filter(l -> l.monthlyEur().compareTo(CENT) >= 0)
                .sorted(Comparator.comparing(Cost.Line::component))
                .forEach(l -> byComponent.computeIfAbsent(l.component(), k -> new ArrayList<>()).add(l));
        byComponent.forEach((component, lines) -> {
            out.append("  ").append(component).append('\n');
            lines.stream()
                    .sorted(Comparator.comparing(Cost.Line::monthlyEur).reversed())
                    .forEach(l -> row(out, "    " + l.description() + quantity(l), l.monthlyEur()));
        });
        rest(out, cost.lines());
        row(out, "  " + style.bold("typical") + ", the ceiling is " + cost.ceilingEur().toPlainString(), cost.monthlyEur());
        row(out, "  worst case, with all Spot capacity at the on-demand price", cost.worstCaseEur());
        row(out, "  worst case, with autoscaling at its maximum all month", cost.atMaximumEur());
        cost.notPriced().forEach(n -> out.append("  not priced: ").append(ShortNames.type(n.type())).append(" (")
                .append(n.resources().size()).append("), ").append(n.reason()).append('\n'));
        cost.savings().stream().filter(s -> withSavings).forEach(s -> row(out, "  would save: " + s.action(), s.monthlyEur()));
        out.append("  ").append(style.faint("rate: " + cost.exchangeRate().usdPerEur().toPlainString() + " USD per EUR of "
                + cost.exchangeRate().date() + " (" + cost.exchangeRate().source() + "); usage: " + cost.usage()));
        return out.append('\n').toString();
    }

    private static void rest(StringBuilder out, List<Cost.Line> lines) {
        List<Cost.Line> small = lines.stream().filter(l -> l.monthlyEur().compareTo(CENT) < 0).toList();
        if (!small.isEmpty()) {
            BigDecimal sum = small.stream().map(Cost.Line::monthlyEur).reduce(BigDecimal.ZERO, BigDecimal::add);
            row(out, "  " + ShortNames.count(small.size(), "line") + " below one cent", sum);
        }
    }

    private static String quantity(Cost.Line line) {
        return "  " + line.quantity().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " "
                + line.unit();
    }

    private static void row(StringBuilder out, String text, BigDecimal eur) {
        int visible = text.replaceAll("\u001b\\[\\d+m", "").length();
        String amount = String.format(Locale.ROOT, "%.2f", eur);
        int blanks = Math.max(2, AMOUNT_COLUMN - visible - amount.length());
        out.append(text).append(" ".repeat(blanks)).append(amount).append('\n');
    }
}
