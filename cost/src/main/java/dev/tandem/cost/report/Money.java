package dev.tandem.cost.report;

import dev.tandem.cost.book.ExchangeRate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount a month, unrounded.
 *
 * @param usd US dollars
 * @param eur the same in euros
 */
public record Money(BigDecimal usd, BigDecimal eur) {

    /** US dollars with their worth in euros. */
    public static Money ofUsd(BigDecimal usd, ExchangeRate rate) {
        return new Money(usd, rate.toEur(usd));
    }

    /** Euros to the cent, half up: for display only. */
    public BigDecimal eurCents() {
        return cents(eur);
    }

    /** An amount to the cent, half up: for display only. */
    public static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
