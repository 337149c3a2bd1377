package dev.tandem.preview.html;

import dev.tandem.policy.report.ShortNames;
import dev.tandem.preview.report.Cost;
import dev.tandem.preview.report.StackReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A stack's bill: a bar for each component against the ceiling, then every line. */
final class Bill {

    private Bill() {}

    static void write(Html html, StackReport stack) {
        if (stack.cost().isEmpty()) {
            return;
        }
        Cost cost = stack.cost().get();
        html.element("h3", stack.stack());
        Summary.ceiling(html, cost);
        Map<String, List<Cost.Line>> byComponent = cost.lines().stream().sorted(Comparator.comparing(Cost.Line::component))
                .collect(Collectors.groupingBy(Cost.Line::component, LinkedHashMap::new, Collectors.toList()));
        html.raw("<table class=\"bars\"><caption>By component, against the ceiling</caption>").head("Component", "#EUR a month", "Share")
                .raw("<tbody>");
        byComponent.entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, List<Cost.Line>> e) -> sum(e.getValue())).reversed())
                .forEach(e -> bar(html, e.getKey(), sum(e.getValue()), cost.ceilingEur()));
        html.raw("</tbody></table>");
        cost.notPriced().forEach(n -> html.element("p class=\"warn\"", "Not priced: " + ShortNames.type(n.type()) + " ("
                + n.resources().size() + "), " + n.reason()));
        lines(html, stack.stack(), cost);
    }

    private static void bar(Html html, String component, BigDecimal eur, BigDecimal ceiling) {
        html.raw("<tr>").cell(component).number(Euros.of(eur)).raw("<td class=\"wide\"><span class=\"bar\"><span class=\"typical\" style=\"width:"
                + Euros.share(eur, ceiling.doubleValue()) + "\"></span></span></td></tr>");
    }

    private static void lines(Html html, String stack, Cost cost) {
        html.raw("<details><summary>Every line of ").text(stack + "'s bill").raw("</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Lines of ")
                .text(stack).raw("\"><table>").head("Component", "Charge", "#Quantity", "#USD each", "#EUR a month", "Price of")
                .raw("<tbody>");
        cost.lines().stream().sorted(Comparator.comparing(Cost.Line::monthlyEur).reversed()).forEach(l -> html.raw("<tr>")
                .cell(l.component()).cell(l.description())
                .number(l.quantity().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " " + l.unit())
                .number(l.unitPriceUsd().stripTrailingZeros().toPlainString()).number(Euros.of(l.monthlyEur()))
                .cell(l.asOf() + ", " + l.confidence()).raw("</tr>"));
        html.raw("</tbody></table></div><p>").text(cost.exchangeRate().usdPerEur().toPlainString() + " USD per EUR of "
                + cost.exchangeRate().date() + " (" + cost.exchangeRate().source() + "), quantities from " + cost.usage()).raw("</p>");
        cost.doubtful().forEach(d -> html.element("p class=\"warn\"", d));
        html.raw("</details>");
    }

    private static BigDecimal sum(List<Cost.Line> lines) {
        return lines.stream().map(Cost.Line::monthlyEur).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
