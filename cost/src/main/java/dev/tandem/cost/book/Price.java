package dev.tandem.cost.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One figure of the book. Immutable.
 *
 * @param key what is charged
 * @param region where, or {@link Region#GLOBAL}
 * @param unit what the price buys, for example {@code GB-month} or {@code 10000 requests}
 * @param usd US dollars for that, 0 or more
 * @param source where the figure was seen
 * @param asOf date of that source
 * @param confirmed a later date on which a source had the same figure
 * @param confidence how far to rely on it
 */
public record Price(ItemKey key, Region region, String unit, BigDecimal usd, String source, AsOf asOf,
        Optional<AsOf> confirmed, Confidence confidence) {

    /** Figures whose last sighting is older than this many days are reported as such. */
    public static final int STALE_AFTER_DAYS = 180;

    private static final Pattern BUNDLE = Pattern.compile("(10+) (.+)");

    /** US dollars for a single one of {@link #singleUnit()}: exact, because bundles are powers of ten. */
    public BigDecimal perOne() {
        Matcher m = BUNDLE.matcher(unit);
        return m.matches() ? usd.movePointLeft(m.group(1).length() - 1) : usd;
    }

    /** The unit without its bundle size: {@code requests} for {@code 10000 requests}. */
    public String singleUnit() {
        Matcher m = BUNDLE.matcher(unit);
        return m.matches() ? m.group(2) : unit;
    }

    /** The date of the last sighting. */
    public AsOf lastSeen() {
        return confirmed.filter(c -> c.earliest().isAfter(asOf.earliest())).orElse(asOf);
    }

    /** Whether the last sighting is more than {@value #STALE_AFTER_DAYS} days before a day. */
    public boolean isStale(LocalDate today) {
        return lastSeen().ageInDays(today) > STALE_AFTER_DAYS;
    }
}
