package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes {@link Value}s from plain Java objects, for remediations, configuration and tests. Thread-safe.
 *
 * <pre>{@code
 * Value value = Values.of(Map.of("name", "logs", "keys", List.of(Values.secret("hunter22"), Values.unknown())));
 * }</pre>
 */
@PublicApi
public final class Values {

    private Values() {}

    /**
     * {@return the value that a plain object stands for} {@code null}, booleans, numbers, strings, collections and maps
     * with string keys become the value of that kind; a {@link Value} stays what it is, so secrets and unknowns may be
     * nested; an {@code Optional} is its content or null.
     *
     * @param object may be null
     * @throws IllegalArgumentException for an object of another class, at any depth
     */
    public static Value of(Object object) {
        if (object == null) {
            return new Value.Null();
        } else if (object instanceof Value value) {
            return value;
        } else if (object instanceof Boolean bool) {
            return new Value.Bool(bool);
        } else if (object instanceof Number number) {
            return new Value.Num(number);
        } else if (object instanceof CharSequence text) {
            return new Value.Text(text.toString());
        } else if (object instanceof Collection<?> items) {
            List<Value> out = new ArrayList<>(items.size());
            items.forEach(item -> out.add(of(item)));
            return new Value.Items(out);
        } else if (object instanceof Map<?, ?> map) {
            return new Value.Fields(fields(map));
        } else if (object instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        throw new IllegalArgumentException("an object of " + object.getClass().getName()
                + " is no property value, expected null, boolean, number, string, collection, map or Value");
    }

    /**
     * {@return the entries of a map as values; see {@link #of}}
     *
     * @param map keys are taken as their text
     * @throws IllegalArgumentException for an object that {@link #of} does not know
     */
    public static Map<String, Value> fields(Map<?, ?> map) {
        Map<String, Value> out = new LinkedHashMap<>();
        map.forEach((key, value) -> out.put(String.valueOf(key), of(value)));
        return out;
    }

    /**
     * {@return maps, lists, strings, numbers, booleans or null: the inverse of {@link #of}} Secrets lose their mark, what
     * is unknown, a file or a reference becomes null.
     *
     * @param value may be secret
     */
    public static Object plain(Value value) {
        Value v = value.unwrapped();
        if (v instanceof Value.Bool bool) {
            return bool.value();
        } else if (v instanceof Value.Num number) {
            return number.value();
        } else if (v instanceof Value.Text text) {
            return text.value();
        } else if (v instanceof Value.Items items) {
            List<Object> out = new ArrayList<>(items.values().size());
            items.values().forEach(item -> out.add(plain(item)));
            return out;
        } else if (v instanceof Value.Fields fields) {
            Map<String, Object> out = new LinkedHashMap<>();
            fields.values().forEach((key, field) -> out.put(key, plain(field)));
            return out;
        }
        return null;
    }

    /**
     * {@return a value marked secret}
     *
     * @param content as for {@link #of}
     * @throws IllegalArgumentException for an object that {@link #of} does not know
     */
    public static Value secret(Object content) {
        return new Value.Secret(of(content));
    }

    /** {@return a value that is not known before the deployment} */
    public static Value unknown() {
        return new Value.Unknown();
    }
}
