package dev.tandem.cost.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A number and what was assumed to get it.
 *
 * @param value the number
 * @param notes assumptions, empty when the plan says the number itself
 */
public record Quantity(BigDecimal value, List<String> notes) {

    public Quantity {
        notes = List.copyOf(notes);
    }

    public static Quantity of(long value) {
        return new Quantity(BigDecimal.valueOf(value), List.of());
    }

    public static Quantity of(BigDecimal value) {
        return new Quantity(value, List.of());
    }

    static Quantity assumed(BigDecimal value, String note) {
        return new Quantity(value, List.of(note));
    }

    /** The product; the notes of both. */
    public Quantity times(BigDecimal factor) {
        return new Quantity(value.multiply(factor), notes);
    }

    public Quantity times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    /** The same number with more notes. */
    public Quantity noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        more.stream().filter(n -> !all.contains(n)).forEach(all::add);
        return new Quantity(value, all);
    }

    public Quantity noting(String note) {
        return noting(List.of(note));
    }

    public int intValue() {
        return value.intValue();
    }
}
