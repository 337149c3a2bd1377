package dev.tandem.infra.config.keys;

import java.util.List;

/** What a value may look like, as far as it can be said without looking at other keys. */
public sealed interface Shape {

    /** A text that matches a regular expression (ECMA 262 and Java alike), whole. */
    record Text(String pattern) implements Shape {}

    /** One of these texts. */
    record OneOf(List<String> values) implements Shape {}

    /** A whole number in a range, ends included. */
    record Whole(int least, int most) implements Shape {}

    /** A whole number that is one of these. */
    record WholeOf(List<Integer> values) implements Shape {}

    /** A number in a range, ends included. */
    record Number(String least, String most) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** A list. */
    record Listed(Shape item, int fewest, int most) implements Shape {}

    /** An object with these keys and no others. */
    record Keyed(List<Key> keys) implements Shape {}

    /** An object whose keys are names; every value has the same shape. */
    record Named(String name, Shape value) implements Shape {}

    /** Short words for the reference page. */
    default String words() {
        if (this instanceof OneOf one) {
            return "`" + String.join("`, `", one.values()) + "`";
        }
        if (this instanceof Whole whole) {
            return whole.least() + " to " + whole.most();
        }
        if (this instanceof WholeOf one) {
            return one.values().toString().replaceAll("[\\[\\]]", "");
        }
        if (this instanceof Number number) {
            return number.least() + " to " + number.most();
        }
        if (this instanceof Flag) {
            return "`true`, `false`";
        }
        if (this instanceof Listed list) {
            return "list" + (list.fewest() > 0 ? " of " + list.fewest() + " or more" : "");
        }
        return this instanceof Text ? "text" : "object";
    }
}
