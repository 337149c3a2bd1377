package dev.tandem.policy.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/** One Java class for each number, so that equal numbers are equal objects. */
final class Numbers {

    private Numbers() {}

    static Number canonical(Number n) {
        if (n instanceof Long) {
            return n;
        } else if (n instanceof BigInteger i) {
            return decimal(new BigDecimal(i));
        } else if (n instanceof BigDecimal d) {
            return decimal(d);
        } else if (n instanceof Double || n instanceof Float) {
            double d = n instanceof Float ? Double.parseDouble(n.toString()) : n.doubleValue();
            return d == (long) d && Math.abs(d) <= 1L << 53 ? (Number) (long) d : (Number) d;
        }
        return n.longValue();
    }

    private static Number decimal(BigDecimal d) {
        try {
            return d.longValueExact();
        } catch (ArithmeticException e) {
            double near = d.doubleValue();
            boolean exact = !Double.isInfinite(near) && new BigDecimal(Double.toString(near)).compareTo(d) == 0;
            return exact ? (Number) near : d.stripTrailingZeros();
        }
    }
}
