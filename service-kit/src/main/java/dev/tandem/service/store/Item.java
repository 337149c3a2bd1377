package dev.tandem.service.store;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An item: a key and plain fields, each a {@link String} or a {@link Long}. Immutable.
 *
 * @param fields without the key
 */
public record Item(Key key, Map<String, Object> fields) {

    /** Field after whose time (seconds since 1970) DynamoDB removes the item by itself, within days. */
    public static final String EXPIRES_AT = "expiresAt";

    /** @throws IllegalArgumentException when a field is neither text nor number, or is called like a key */
    public Item {
        fields = Map.copyOf(fields);
        fields.forEach((name, value) -> {
            if (!(value instanceof String || value instanceof Long) || name.equals("pk") || name.equals("sk")) {
                throw new IllegalArgumentException("field " + name + " of " + key + " is a " + value.getClass().getSimpleName()
                        + ", expected String or Long, and no name of a key");
            }
        });
    }

    /** An item without fields. */
    public static Item of(String pk, String sk) {
        return new Item(new Key(pk, sk), Map.of());
    }

    /** This item with a field more, or replaced. */
    public Item with(String name, String value) {
        return plus(name, value);
    }

    /** This item with a field more, or replaced. */
    public Item with(String name, long value) {
        return plus(name, value);
    }

    /** This item under another key. */
    public Item at(Key other) {
        return new Item(other, fields);
    }

    /** A text field, if the item has it. */
    public Optional<String> find(String name) {
        return Optional.ofNullable((String) fields.get(name));
    }

    /**
     * A text field.
     *
     * @throws IllegalStateException when the item has none
     */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("item " + key + " has no " + name + ", expected a text"));
    }

    /** A number, 0 when the item has none. */
    public long number(String name) {
        return (Long) fields.getOrDefault(name, 0L);
    }

    private Item plus(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(fields);
        more.put(name, value);
        return new Item(key, more);
    }
}
