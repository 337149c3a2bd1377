package dev.tandem.service.store;

import java.util.Optional;

/**
 * What an item must be like for a write to happen.
 *
 * @param field name of the field; empty when none matters
 * @param value what it is compared with: a String or a Long; empty when none
 */
public record Condition(Kind kind, String field, Object value) {

    /** How. */
    public enum Kind {
        /** Whatever is there. */
        NONE,
        /** No item of this key. */
        ABSENT,
        /** An item of this key. */
        PRESENT,
        /** An item whose field has this value. */
        EQUAL,
        /** No item of this key, or one whose number is smaller. */
        ABSENT_OR_BELOW
    }

    /** Whatever is there. */
    public static Condition none() {
        return new Condition(Kind.NONE, "", "");
    }

    /** No item of this key. */
    public static Condition absent() {
        return new Condition(Kind.ABSENT, "", "");
    }

    /** An item of this key. */
    public static Condition present() {
        return new Condition(Kind.PRESENT, "", "");
    }

    /** An item whose field has this value. */
    public static Condition equal(String field, String value) {
        return new Condition(Kind.EQUAL, field, value);
    }

    /** An item whose number is this one. */
    public static Condition equal(String field, long value) {
        return new Condition(Kind.EQUAL, field, value);
    }

    /** No item of this key, or one whose number is smaller. */
    public static Condition absentOrBelow(String field, long value) {
        return new Condition(Kind.ABSENT_OR_BELOW, field, value);
    }

    /** Whether it holds for what is there. */
    public boolean holds(Optional<Item> there) {
        Object found = there.map(item -> item.fields().get(field)).orElse(null);
        return switch (kind) {
            case NONE -> true;
            case ABSENT -> there.isEmpty();
            case PRESENT -> there.isPresent();
            case EQUAL -> value.equals(found);
            case ABSENT_OR_BELOW -> there.isEmpty() || found instanceof Long number && number < (Long) value;
        };
    }
}
