package dev.tandem.cost.book;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/**
 * What a euro is worth.
 *
 * @param usdPerEur US dollars for one euro, more than 0
 * @param date the day the rate was fixed
 * @param source where it comes from
 */
public record ExchangeRate(BigDecimal usdPerEur, LocalDate date, String source) {

    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final BigDecimal MOST = BigDecimal.TEN;

    /** @throws IllegalArgumentException when the rate is outside 0.1 to 10, so surely a mistake */
    public ExchangeRate {
        if (!isLikely(usdPerEur)) {
            throw new IllegalArgumentException("exchange rate is " + usdPerEur.toPlainString()
                    + " USD per EUR, expected between 0.1 and 10, for example 1.1186");
        }
    }

    /** Whether a rate is between 0.1 and 10; any other is surely a mistake. */
    public static boolean isLikely(BigDecimal usdPerEur) {
        return usdPerEur.compareTo(LEAST) >= 0 && usdPerEur.compareTo(MOST) <= 0;
    }

    /** A rate from the configuration, with its day as {@code yyyy-mm-dd}. */
    public static ExchangeRate configured(BigDecimal usdPerEur, LocalDate date) {
        return new ExchangeRate(usdPerEur, date, "configuration");
    }

    /** US dollars to euros with 34 digits; amounts are rounded only when shown. */
    public BigDecimal toEur(BigDecimal usd) {
        return usd.divide(usdPerEur, MathContext.DECIMAL128);
    }

    /** The reverse of {@link #toEur}. */
    public BigDecimal toUsd(BigDecimal eur) {
        return eur.multiply(usdPerEur);
    }
}
