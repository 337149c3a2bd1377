package dev.tandem.policies.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.cost.Estimator;
import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.report.Ceiling;
import dev.tandem.cost.usage.UsageReader;
import dev.tandem.policies.Settings;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackContext;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a stack's plan comes to a month, against the ceiling of its configuration: {@code costCeilingEur} (default 100),
 * {@code exchangeRate} (default the price book's newest), and the quantities of {@code usage/<stack>.yaml} in the
 * folder of the program. The price book is read on first use only, so that it costs nothing when the pack starts.
 */
final class StackBill {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StackBill() {}

    /** Loaded with the class, so once and late. */
    private static final class Book {
        static final PriceBook BUNDLED = PriceBook.bundled();
    }

    /**
     * The verdict on the stack; empty when the plan has nothing that could cost money.
     *
     * @throws IllegalArgumentException when ceiling, rate or region is malformed; the message says how
     * @throws dev.tandem.cost.usage.UsageException when the usage file is
     */
    static Optional<Ceiling.Verdict> judge(StackContext context) {
        List<Resource> planned = new ArrayList<>(context.graph().all());
        if (planned.stream().allMatch(r -> r.provider().isEmpty())) {
            return Optional.empty();
        }
        Ceiling ceiling = Settings.text(context, "costCeilingEur")
                .map(text -> new Ceiling(number("costCeilingEur", text)))
                .orElse(Ceiling.DEFAULT);
        return Optional.of(ceiling.judge(Estimator.estimate(
                planned,
                new Region(context.stack().config().getOrDefault("aws:region", Settings.DEFAULT_REGIONS.get(0))),
                UsageReader.load(Path.of(""), context.stack().stack()),
                rate(context),
                Book.BUNDLED)));
    }

    private static ExchangeRate rate(StackContext context) {
        Optional<String> configured = Settings.text(context, "exchangeRate");
        if (configured.isEmpty()) {
            return Book.BUNDLED.newestRate();
        }
        String expected = "exchangeRate is " + configured.get()
                + ", expected an object such as {\"usdPerEur\": 1.1186, \"date\": \"2026-10-08\"}";
        try {
            JsonNode node = JSON.readTree(configured.get());
            return ExchangeRate.configured(
                    number("exchangeRate.usdPerEur", node.path("usdPerEur").asText()),
                    LocalDate.parse(node.path("date").asText()));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException(expected, e);
        }
    }

    static BigDecimal number(String name, String text) {
        try {
            return new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is \"" + text + "\", expected a number such as 100", e);
        }
    }
}
