package dev.tandem.policy.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The fields of an object, in order. Most objects have few: two arrays are a third of a hash table's memory, all of which
 * a stack of many resources keeps until its last rule has run. Immutable.
 */
final class FieldMap extends AbstractMap<String, Value> {

    /** Up to here looking one after the other is no slower than hashing. */
    private static final int MOST = 12;

    private final String[] keys;
    private final Value[] values;

    private FieldMap(Map<String, Value> from) {
        keys = new String[from.size()];
        values = new Value[from.size()];
        int i = 0;
        for (Entry<String, Value> entry : from.entrySet()) {
            keys[i] = entry.getKey();
            values[i++] = entry.getValue();
        }
    }

    static Map<String, Value> copyOf(Map<String, Value> fields) {
        if (fields instanceof FieldMap) {
            return fields;
        }
        return fields.size() <= MOST ? new FieldMap(fields) : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    private int find(Object key) {
        for (int i = 0; i < keys.length; i++) {
            if (Objects.equals(keys[i], key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Value get(Object key) {
        int i = find(key);
        return i < 0 ? null : values[i];
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) >= 0;
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Value> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Value>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Value>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.length;
        }

        @Override
        public Entry<String, Value> next() {
            if (next == keys.length) {
                throw new java.util.NoSuchElementException();
            }
            return new SimpleImmutableEntry<>(keys[next], values[next++]);
        }
    }
}
