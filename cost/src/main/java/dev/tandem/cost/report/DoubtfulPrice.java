package dev.tandem.cost.report;

import dev.tandem.cost.book.Confidence;
import dev.tandem.cost.book.Price;
import java.time.LocalDate;

/**
 * A figure that a report uses although it is old or unverified.
 *
 * @param price the figure
 * @param stale whether its last sighting is more than {@value Price#STALE_AFTER_DAYS} days old
 * @param unverified whether no source was found for it
 * @param ageInDays days since its last sighting
 * @param monthly what the report's lines with it come to
 */
public record DoubtfulPrice(Price price, boolean stale, boolean unverified, long ageInDays, Money monthly) {

    /** What there is to doubt about a figure as of a day; nothing when neither flag is set. */
    public static DoubtfulPrice of(Price price, LocalDate today, Money monthly) {
        return new DoubtfulPrice(price, price.isStale(today), price.confidence() == Confidence.UNVERIFIED,
                price.lastSeen().ageInDays(today), monthly);
    }

    @Override
    public String toString() {
        String seen = "last seen " + price.lastSeen() + ", " + ageInDays + " days ago";
        return price.key() + " in " + price.region() + ": " + (unverified ? "unverified, " + seen : seen);
    }
}
