package dev.tandem.preview.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.cost.Estimator;
import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.report.Ceiling;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.report.DoubtfulPrice;
import dev.tandem.cost.report.Money;
import dev.tandem.cost.statement.Statement;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.cost.usage.UsageException;
import dev.tandem.cost.usage.UsageReader;
import dev.tandem.cost.whatif.WhatIf;
import dev.tandem.policy.model.Resource;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.project.Project;
import dev.tandem.preview.project.Stack;
import dev.tandem.preview.report.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Prices one stack. Made before the plan is there, so that reading the price book and the usage file happens while the
 * program starts. Immutable.
 */
final class CostEstimate {

    private final LocalDate today;
    private final Listener listener;
    private final UsageAssumptions usage;
    private final ExchangeRate rate;
    private final BigDecimal ceiling;
    private final PriceBook book = PriceBook.bundled();

    /** Hears of a plan that was priced. */
    @FunctionalInterface
    interface Listener {
        /** Called once the plan has a bill. */
        void priced(CostEstimate by, List<Resource> resources, Region fallback, CostReport report);
    }

    /** @throws InvalidProjectException when usage file, exchange rate or ceiling are no such thing */
    CostEstimate(Project project, Stack stack, LocalDate today, Listener listener) {
        this.today = today;
        this.listener = listener;
        try {
            this.usage = UsageReader.load(project.root(), stack.name());
        } catch (UsageException e) {
            throw new InvalidProjectException(e.getMessage());
        }
        this.rate = said(project, stack, "exchangeRate").map(t -> rate(t, stack)).orElseGet(book::newestRate);
        this.ceiling = said(project, stack, "costCeilingEur").map(t -> ceiling(t, stack)).orElse(Ceiling.DEFAULT.eur());
    }

    /**
     * The bill.
     *
     * @param region of resources whose provider does not say one; empty when unknown
     * @throws InvalidProjectException when the usage file names a service that the plan does not have
     */
    Cost of(List<Resource> resources, String region) {
        Region fallback = Region.isRegion(region) ? new Region(region) : Region.GLOBAL;
        CostReport report;
        try {
            report = Estimator.estimate(resources, fallback, usage, rate, book, today);
            listener.priced(this, resources, fallback, report);
        } catch (UsageException e) {
            throw new InvalidProjectException(e.getMessage());
        }
        var totals = report.totals();
        return new Cost(totals.typical().eurCents(), totals.worstCase().eurCents(), totals.atMaximum().eurCents(), ceiling,
                report.lines().stream().map(CostEstimate::line).toList(),
                report.notPriced().stream().map(n -> new Cost.NotPriced(n.type(), n.resources(), n.reason())).toList(),
                new Cost.Rate(rate.usdPerEur(), rate.date().toString(), rate.source()), report.usageOrigin(),
                savings(report), report.doubtful().stream().map(DoubtfulPrice::toString).toList());
    }

    /** The statement of a plan that was priced, with changes where there are any. */
    Statement statement(Stack stack, WhatIf whatIf, List<Resource> resources, Region fallback, CostReport planned) {
        if (whatIf.isEmpty()) {
            return new Statement(stack.name(), fallback.code(), new Ceiling(ceiling), planned, List.of(), List.of(),
                    Optional.empty());
        }
        WhatIf.Changed changed = whatIf.apply(resources, fallback, usage, rate, today);
        return new Statement(stack.name(), fallback.code(), new Ceiling(ceiling), planned, whatIf.texts(), changed.notes(),
                Optional.of(Estimator.estimate(
                        changed.resources(), fallback, changed.usage(), changed.rate(), book, today)));
    }

    /** Far below the ceiling nobody needs to be told how to save. */
    private List<Cost.Saving> savings(CostReport report) {
        BigDecimal from = ceiling.multiply(new BigDecimal("0.8"));
        return report.totals().typical().eur().compareTo(from) < 0 ? List.of() : report.savings().stream()
                .limit(5)
                .map(s -> new Cost.Saving(s.action(), s.monthly().eurCents()))
                .toList();
    }

    private static Cost.Line line(CostLine l) {
        return new Cost.Line(l.component().toString(), l.type(), l.description(), l.resources(), l.quantity(), l.unit(),
                l.unitPriceUsd(), fine(l.monthly()), fine(l.worstCase()), l.region().code(), l.source(),
                l.asOf().toString(), l.confidence().text(), l.assumption());
    }

    private static BigDecimal fine(Money money) {
        return money.eur().setScale(4, RoundingMode.HALF_UP);
    }

    /** As the pack's rules take it: what a stack says to the pack comes before what it says to its program. */
    private static Optional<String> said(Project project, Stack stack, String key) {
        return stack.plain("eu-compliance:" + key).or(() -> stack.plain(project.name() + ":" + key)).filter(t -> !t.isBlank());
    }

    private static ExchangeRate rate(String json, Stack stack) {
        try {
            JsonNode node = new ObjectMapper().readTree(json);
            return ExchangeRate.configured(
                    new BigDecimal(node.path("usdPerEur").asText()), LocalDate.parse(node.path("date").asText()));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new InvalidProjectException("Pulumi." + stack.name() + ".yaml: key 'exchangeRate': found '" + json
                    + "', expected for instance '{usdPerEur: 1.1186, date: \"2026-10-08\"}'");
        }
    }

    private static BigDecimal ceiling(String text, Stack stack) {
        try {
            return new Ceiling(new BigDecimal(text.trim())).eur();
        } catch (IllegalArgumentException e) {
            throw new InvalidProjectException("Pulumi." + stack.name() + ".yaml: key 'costCeilingEur': found '" + text
                    + "', expected EUR a month above 0, for instance '100'");
        }
    }
}
