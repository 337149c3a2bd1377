package dev.tandem.cost.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks one entry of the book and turns it into a {@link Price} or an {@link ExchangeRate}. */
final class EntryReader {

    static final String FX = "FX";
    private static final String RATE_UNIT = "USD per EUR";
    private static final Set<String> KEYS = Set.of("service", "item", "region", "unit", "usd", "source", "as_of",
            "confirmed", "confidence");

    private final int number;
    private final JsonNode node;
    private final List<String> faults;
    private final int faultsBefore;

    EntryReader(int number, JsonNode node, List<String> faults) {
        this.number = number;
        this.node = node;
        this.faults = faults;
        this.faultsBefore = faults.size();
    }

    /** Whether the entry has no fault; else its faults were added to the list. */
    boolean check() {
        if (!node.isObject()) {
            fault("is " + kind(node) + ", expected an object");
            return false;
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                fault("unknown key \"" + key + "\"" + currencyHint(key) + ", expected only "
                        + String.join(", ", KEYS.stream().sorted().toList()));
            }
        });
        text("service", "the AWS service, for example \"Amazon VPC\"");
        text("item", "what is charged, for example \"NAT gateway\"");
        text("unit", "what the price buys, for example \"GB-month\"");
        text("source", "where the figure was seen");
        if (text("region", "a region such as eu-central-1, or global") && !Region.isRegion(string("region"))) {
            fault("region is \"" + string("region") + "\", expected a region such as eu-central-1, or global");
        }
        date("as_of", true);
        date("confirmed", false);
        if (text("confidence", Confidence.choices()) && Confidence.of(string("confidence")).isEmpty()) {
            fault("confidence is \"" + string("confidence") + "\", expected one of " + Confidence.choices());
        }
        usd();
        currency();
        return faults.size() == faultsBefore;
    }

    /** What may stand in the book only once; exchange rates are a series, one a day. */
    String identity() {
        return string("service") + "\n" + string("item") + "\n" + string("region")
                + (isRate() ? "\n" + string("as_of") : "");
    }

    boolean isRate() {
        return FX.equals(string("service"));
    }

    Price price() {
        return new Price(new ItemKey(string("service"), string("item")), new Region(string("region")), string("unit"),
                usd(), string("source"), AsOf.parse(string("as_of")).orElseThrow(),
                Optional.of(string("confirmed")).filter(s -> !s.isEmpty()).flatMap(AsOf::parse),
                Confidence.of(string("confidence")).orElseThrow());
    }

    ExchangeRate rate() {
        return new ExchangeRate(usd(), AsOf.parse(string("as_of")).orElseThrow().earliest(), string("source"));
    }

    /** {@code entry 3 (Amazon VPC / NAT gateway / eu-central-1)}. */
    String label() {
        return "entry " + number + " (" + orQuestion("service") + " / " + orQuestion("item") + " / "
                + orQuestion("region") + ")";
    }

    BigDecimal usd() {
        JsonNode v = node.path("usd");
        if (v.isMissingNode()) {
            fault("usd is missing, expected a number of 0 or more, for example 0.052");
        } else if (!v.isNumber()) {
            fault("usd is " + show(v) + ", expected a number of 0 or more, for example 0.052");
        } else if (v.decimalValue().signum() < 0 || isRate() && v.decimalValue().signum() == 0) {
            fault("usd is " + show(v) + ", expected a number " + (isRate() ? "above 0" : "of 0 or more")
                    + ", for example 0.052");
        }
        return v.decimalValue();
    }

    private void currency() {
        String unit = string("unit");
        if (isRate() && !unit.isEmpty() && !unit.equals(RATE_UNIT)) {
            fault("unknown currency in unit \"" + unit + "\", expected \"" + RATE_UNIT + "\"");
        }
    }

    private static String currencyHint(String key) {
        return key.equals("currency") || key.matches("[a-z]{3}")
                ? " (an unknown currency? prices stand in US dollars under \"usd\")"
                : "";
    }

    private boolean text(String key, String expected) {
        JsonNode v = node.path(key);
        if (v.isTextual() && !v.textValue().isBlank()) {
            return true;
        }
        fault(key + " is " + (v.isMissingNode() ? "missing" : show(v)) + ", expected " + expected);
        return false;
    }

    private void date(String key, boolean required) {
        if (!required && node.path(key).isMissingNode()) {
            return;
        }
        String expected = "the date of the source as yyyy-mm-dd, yyyy-mm or yyyy";
        if (text(key, expected) && AsOf.parse(string(key)).isEmpty()) {
            fault(key + " is \"" + string(key) + "\", expected " + expected);
        }
    }

    private String string(String key) {
        return node.path(key).asText("");
    }

    private String orQuestion(String key) {
        return string(key).isEmpty() ? "?" : string(key);
    }

    private void fault(String message) {
        String text = label() + ": " + message;
        if (!faults.contains(text)) {
            faults.add(text);
        }
    }

    private static String show(JsonNode v) {
        return v.isNumber() ? v.decimalValue().toPlainString() : v.toString();
    }

    static String kind(JsonNode v) {
        return v.isMissingNode() ? "nothing" : "a " + v.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
