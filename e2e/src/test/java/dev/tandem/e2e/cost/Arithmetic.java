package dev.tandem.e2e.cost;

import java.math.BigDecimal;
import java.math.MathContext;

/** Calculates what a person writes: numbers, {@code + x /} and parentheses. */
final class Arithmetic {

    private final String text;
    private int at;

    private Arithmetic(String text) {
        this.text = text.replace(" ", "");
    }

    /** @throws IllegalArgumentException naming the position that is no such calculation */
    static BigDecimal of(String text) {
        Arithmetic a = new Arithmetic(text);
        BigDecimal value = a.sum();
        if (a.at != a.text.length()) {
            throw a.wrong();
        }
        return value;
    }

    private BigDecimal sum() {
        BigDecimal value = product();
        while (take('+')) {
            value = value.add(product());
        }
        return value;
    }

    private BigDecimal product() {
        BigDecimal value = factor();
        while (true) {
            if (take('x')) {
                value = value.multiply(factor());
            } else if (take('/')) {
                value = value.divide(factor(), MathContext.DECIMAL128);
            } else {
                return value;
            }
        }
    }

    private BigDecimal factor() {
        if (take('(')) {
            BigDecimal value = sum();
            if (!take(')')) {
                throw wrong();
            }
            return value;
        }
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (from == at) {
            throw wrong();
        }
        return new BigDecimal(text.substring(from, at));
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no calculation: \"" + text + "\" at character " + (at + 1));
    }
}
