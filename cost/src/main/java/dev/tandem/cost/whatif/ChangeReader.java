package dev.tandem.cost.whatif;

import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.usage.DidYouMean;
import dev.tandem.cost.usage.Meter;
import dev.tandem.cost.whatif.Change.Key;
import dev.tandem.cost.whatif.Change.RateKey;
import dev.tandem.cost.whatif.Change.TaskKey;
import dev.tandem.cost.whatif.Change.UsageKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads changes as they are typed: {@code key=value} or {@code service.key=value}. */
final class ChangeReader {

    private static final BigDecimal MOST_TASKS = BigDecimal.valueOf(10_000);
    private static final Map<String, Key> KEYS = keys();

    private final List<String> faults = new ArrayList<>();

    private ChangeReader() {}

    /** @throws WhatIfException naming every text that is no change */
    static List<Change> read(List<String> texts) {
        ChangeReader reader = new ChangeReader();
        List<Change> out = texts.stream().map(reader::change).flatMap(Optional::stream).toList();
        if (!reader.faults.isEmpty()) {
            throw new WhatIfException(reader.faults);
        }
        return out;
    }

    private Optional<Change> change(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            return fault(text, "found no \"=\", expected KEY=VALUE", "auth.desiredCount=4");
        }
        String left = text.substring(0, equals).trim();
        String right = text.substring(equals + 1).trim();
        Optional<String> path = KEYS.keySet().stream().filter(k -> left.equals(k) || left.endsWith("." + k)).findFirst();
        if (path.isEmpty()) {
            String last = left.substring(left.lastIndexOf('.') + 1);
            String hint = DidYouMean.hint(left, KEYS.keySet());
            return fault(text, "found unknown key \"" + left + "\"" + (hint.isEmpty() ? DidYouMean.hint(last, KEYS.keySet())
                    : hint) + ", expected desiredCount, maxCapacity, spotPercent (all services, or one: auth.desiredCount),"
                    + " usdPerEur or a key of the usage file", "auth.desiredCount=4");
        }
        Key key = KEYS.get(path.get());
        Optional<String> service = left.equals(path.get()) ? Optional.empty()
                : Optional.of(left.substring(0, left.length() - path.get().length() - 1));
        if (service.isPresent() && !ofService(key)) {
            return fault(text, "found a service, \"" + service.get() + "\", before a quantity of the whole region, expected "
                    + path.get(), path.get() + "=" + example(key));
        }
        return value(text, service, key, right);
    }

    private Optional<Change> value(String text, Optional<String> service, Key key, String right) {
        try {
            BigDecimal value = new BigDecimal(right);
            if (allows(key, value)) {
                return Optional.of(new Change(text, service, key, value));
            }
        } catch (NumberFormatException e) {
            // Said below, with what is expected.
        }
        return fault(text, "found \"" + right + "\", expected " + expected(key),
                service.map(s -> s + ".").orElse("") + key.path() + "=" + example(key));
    }

    private static boolean ofService(Key key) {
        return key instanceof TaskKey || key instanceof UsageKey u && u.meter().scope() == Meter.Scope.SERVICE;
    }

    private static boolean allows(Key key, BigDecimal value) {
        if (key instanceof UsageKey u) {
            return u.meter().allows(value);
        } else if (key instanceof RateKey) {
            return ExchangeRate.isLikely(value);
        }
        BigDecimal most = key == TaskKey.SPOT_PERCENT ? BigDecimal.valueOf(100) : MOST_TASKS;
        return value.signum() >= 0 && value.compareTo(most) <= 0 && value.stripTrailingZeros().scale() <= 0;
    }

    private static String expected(Key key) {
        if (key instanceof UsageKey u) {
            return u.meter().allowed();
        } else if (key instanceof RateKey) {
            return "US dollars for one euro, between 0.1 and 10";
        }
        return key == TaskKey.SPOT_PERCENT ? "a whole percentage between 0 and 100"
                : "a whole number of tasks between 0 and 10000";
    }

    private static String example(Key key) {
        return key instanceof UsageKey u ? u.meter().standard().toPlainString() : key instanceof RateKey ? "1.1186"
                : key == TaskKey.SPOT_PERCENT ? "0" : "4";
    }

    private Optional<Change> fault(String text, String message, String example) {
        faults.add("--what-if '" + text + "': " + message + "; example: --what-if " + example);
        return Optional.empty();
    }

    private static Map<String, Key> keys() {
        Map<String, Key> out = new LinkedHashMap<>();
        for (TaskKey k : TaskKey.values()) {
            out.put(k.path(), k);
        }
        out.put(RateKey.USD_PER_EUR.path(), RateKey.USD_PER_EUR);
        for (Meter m : Meter.values()) {
            out.put(m.path(), new UsageKey(m));
        }
        return out;
    }

    /** The rate of a change, dated today. */
    static ExchangeRate rate(BigDecimal usdPerEur, LocalDate today) {
        return new ExchangeRate(usdPerEur, today, "--what-if");
    }
}
