package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.fields.FieldMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A property value as the engine sent it, decoded once and immutable.
 *
 * <p>What is not there at all has no {@code Value}; {@link Property} tells absent, null and unknown apart. A
 * {@link Secret} keeps its mark. Rules read values through {@link Property}, which knows the path and unwraps secrets.
 *
 * <p>A value does not know whether something around it is secret. So its text form has the shape only, never the
 * content: print a {@link Property} to see what is there.
 *
 * <pre>{@code
 * Value value = Values.of(Map.of("port", 443));
 * if (value instanceof Value.Fields fields && fields.values().get("port") instanceof Value.Num port) {
 *     port.value().intValue(); // 443
 * }
 * }</pre>
 */
@PublicApi
public sealed interface Value {

    /** What is printed in place of a secret. */
    String REDACTED = "[secret]";

    /** JSON null. */
    record Null() implements Value {}

    /**
     * A boolean.
     *
     * @param value true or false
     */
    record Bool(boolean value) implements Value {
        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * A number: {@link Long} where it is integral and fits, else {@link Double} where that is exact, else
     * {@link java.math.BigDecimal}. Equal numbers are equal values, however they were made.
     *
     * @param value never null
     */
    record Num(Number value) implements Value {
        /**
         * Keeps one class for each number, so that equal numbers are equal.
         *
         * @param value of any class of number
         */
        public Num {
            value = Numbers.canonical(value);
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * A string.
     *
     * @param value may be empty
     */
    record Text(String value) implements Value {
        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * A list; may hold unknown and secret elements.
     *
     * @param values the elements in order; null among them is {@link Null}
     */
    record Items(List<Value> values) implements Value {
        /**
         * Copies the elements.
         *
         * @param values the elements in order
         */
        public Items {
            values = List.copyOf(values);
        }
    }

    /**
     * An object; from the engine its fields come sorted by name.
     *
     * @param values by name; what is absent has no entry
     */
    record Fields(Map<String, Value> values) implements Value {
        /**
         * Copies the fields, in their order.
         *
         * @param values by name
         */
        public Fields {
            values = FieldMap.copyOf(values);
        }
    }

    /** A value that is not known before the deployment. */
    record Unknown() implements Value {}

    /**
     * A value marked secret; may wrap an unknown. Its text form is {@value Value#REDACTED}.
     *
     * @param value what is secret
     */
    record Secret(Value value) implements Value {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /**
     * A file-like value; each part is empty when the engine did not send it.
     *
     * @param hash SHA-256 of the content, in hexadecimal
     * @param path of the file on the machine that runs the program
     * @param uri where it is fetched from
     * @param text the content itself
     */
    record Asset(Optional<String> hash, Optional<String> path, Optional<String> uri, Optional<String> text)
            implements Value {
        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * A collection of assets; {@code assets} is empty when the archive is a path or URI.
     *
     * @param hash SHA-256 of the content, in hexadecimal
     * @param path of the file or folder on the machine that runs the program
     * @param uri where it is fetched from
     * @param assets by name within the archive
     */
    record Archive(Optional<String> hash, Optional<String> path, Optional<String> uri, Map<String, Value> assets)
            implements Value {
        /**
         * Copies the assets.
         *
         * @param hash of the content
         * @param path of the file or folder
         * @param uri where it is fetched from
         * @param assets by name within the archive
         */
        public Archive {
            assets = Map.copyOf(assets);
        }

        @Override
        public String toString() {
            return kind();
        }
    }

    /**
     * A reference to another resource; {@code id} is an {@link Unknown}, a {@link Text} or {@link Null}.
     *
     * @param urn of the other resource
     * @param id of the other resource
     */
    record Reference(String urn, Value id) implements Value {
        @Override
        public String toString() {
            return kind();
        }
    }

    /** {@return this value without its secret mark, at this level only} */
    default Value unwrapped() {
        Value v = this;
        while (v instanceof Secret s) {
            v = s.value();
        }
        return v;
    }

    /**
     * {@return name of the kind for messages: null, boolean, number, string, list, object, unknown, asset, archive,
     * reference}
     */
    default String kind() {
        Value v = unwrapped();
        if (v instanceof Null) {
            return "null";
        } else if (v instanceof Bool) {
            return "boolean";
        } else if (v instanceof Num) {
            return "number";
        } else if (v instanceof Text) {
            return "string";
        } else if (v instanceof Items) {
            return "list";
        } else if (v instanceof Fields) {
            return "object";
        } else if (v instanceof Asset) {
            return "asset";
        } else if (v instanceof Archive) {
            return "archive";
        } else if (v instanceof Reference) {
            return "reference";
        }
        return "unknown";
    }
}
