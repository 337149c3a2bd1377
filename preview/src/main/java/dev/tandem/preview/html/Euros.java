package dev.tandem.preview.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts as they are read, and as parts of a bar. */
final class Euros {

    static final BigDecimal CENT = new BigDecimal("0.005");

    private Euros() {}

    /** To the cent. */
    static String of(BigDecimal eur) {
        return eur.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** With its sign. */
    static String signed(BigDecimal eur) {
        return (eur.signum() < 0 ? "-" : "+") + of(eur.abs());
    }

    /** A width in percent; of nothing it is nothing. */
    static String share(BigDecimal part, double whole) {
        double percent = whole <= 0 ? 0 : Math.max(0, Math.min(100, 100 * part.doubleValue() / whole));
        return String.format(Locale.ROOT, "%.1f%%", percent);
    }
}
