package dev.tandem.cost.statement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.cost.compare.ChangeJson;
import dev.tandem.cost.compare.Difference;
import dev.tandem.cost.compare.Figure;
import dev.tandem.cost.report.Ceiling;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.report.DoubtfulPrice;
import dev.tandem.cost.report.Money;
import dev.tandem.cost.report.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A bill for machines; docs/schema/cost.schema.json has the form. Totals are to the cent, lines to a hundredth of it. */
public final class StatementJson {

    private StatementJson() {}

    /** The bill of one stack. */
    public static ObjectNode cost(CostReport report, Ceiling ceiling) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        totals(out, report.totals());
        out.put("ceilingEur", ceiling.eur());
        out.putObject("exchangeRate").put("usdPerEur", report.rate().usdPerEur())
                .put("date", report.rate().date().toString()).put("source", report.rate().source());
        out.put("usage", report.usageOrigin());
        ArrayNode components = out.putArray("byComponent");
        report.byComponent().forEach((c, t) -> totals(components.addObject().put("component", c.toString()), t));
        ArrayNode regions = out.putArray("byRegion");
        report.byRegion().forEach((r, t) -> totals(regions.addObject().put("region", r.code()), t));
        ArrayNode lines = out.putArray("lines");
        report.lines().forEach(l -> line(lines.addObject(), l));
        ArrayNode notPriced = out.putArray("notPriced");
        report.notPriced().forEach(n -> texts(notPriced.addObject().put("type", n.type()).put("reason", n.reason()),
                "resources", n.resources()));
        ArrayNode free = out.putArray("free");
        report.free().forEach(f ->
                free.addObject().put("type", f.type()).put("count", f.count()).put("reason", f.reason()));
        ArrayNode doubtful = out.putArray("doubtful");
        report.doubtful().forEach(d -> doubtful(doubtful.addObject(), d));
        return out;
    }

    /** What the changes come to; null without any. */
    public static ObjectNode whatIf(Statement s) {
        return s.changed().map(changed -> {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            texts(out, "changes", s.changes());
            texts(out, "notes", s.notes());
            Ceiling.Verdict verdict = s.ceiling().judge(changed);
            out.put("changeEur", Money.cents(changed.totals().typical().eur()
                    .subtract(s.planned().totals().typical().eur())));
            out.put("overCeilingEur", Money.cents(verdict.overEur()));
            out.set("differences",
                    ChangeJson.lines(Difference.between(Figure.of(s.planned().lines()), Figure.of(changed.lines()))));
            out.set("cost", cost(changed, s.ceiling()));
            return out;
        }).orElse(null);
    }

    private static void totals(ObjectNode out, Totals totals) {
        out.put("monthlyEur", totals.typical().eurCents()).put("worstCaseEur", totals.worstCase().eurCents())
                .put("atMaximumEur", totals.atMaximum().eurCents());
    }

    private static void line(ObjectNode out, CostLine l) {
        out.put("component", l.component().toString()).put("type", l.type()).put("description", l.description())
                .put("quantity", l.quantity()).put("unit", l.unit()).put("unitPriceUsd", l.unitPriceUsd())
                .put("monthlyEur", fine(l.monthly())).put("worstCaseEur", fine(l.worstCase()))
                .put("atMaximumEur", fine(l.atMaximum())).put("region", l.region().code()).put("source", l.source())
                .put("asOf", l.asOf().toString()).put("confidence", l.confidence().text())
                .put("assumption", l.assumption());
        texts(out, "resources", l.resources());
    }

    private static void doubtful(ObjectNode out, DoubtfulPrice d) {
        out.put("price", d.price().key().toString()).put("region", d.price().region().code())
                .put("lastSeen", d.price().lastSeen().toString()).put("ageInDays", d.ageInDays()).put("old", d.stale())
                .put("unverified", d.unverified()).put("monthlyEur", fine(d.monthly()));
    }

    private static void texts(ObjectNode out, String name, List<String> texts) {
        ArrayNode array = out.putArray(name);
        texts.forEach(array::add);
    }

    private static BigDecimal fine(Money money) {
        return money.eur().setScale(4, RoundingMode.HALF_UP);
    }
}
