package dev.tandem.policy.fields;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The fields of an object, in order. Most objects have few: two arrays are a third of a hash table's memory, all of which
 * a stack of many resources keeps until its last rule has run. Immutable and thread-safe.
 *
 * @param <V> what fields have
 */
public final class FieldMap<V> extends AbstractMap<String, V> {

    /** Up to here looking one after the other is no slower than hashing. */
    private static final int MOST = 12;

    private final String[] keys;
    private final V[] values;

    private FieldMap(String[] keys, V[] values) {
        this.keys = keys;
        this.values = values;
    }

    /**
     * {@return a map with these names}
     *
     * @param names in their natural order, none twice; belongs to the map from now on
     * @param values one for each name; belongs to the map from now on
     * @param <V> type of the values
     */
    public static <V> Map<String, V> sorted(String[] names, V[] values) {
        return new FieldMap<>(names, values);
    }

    /**
     * {@return what is in another map, in its order}
     *
     * @param fields may change afterwards
     * @param <V> type of the values
     */
    public static <V> Map<String, V> copyOf(Map<String, V> fields) {
        if (fields instanceof FieldMap) {
            return fields;
        } else if (fields.size() > MOST) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
        String[] keys = new String[fields.size()];
        @SuppressWarnings("unchecked") // nobody else sees it
        V[] values = (V[]) new Object[fields.size()];
        int i = 0;
        for (Entry<String, V> entry : fields.entrySet()) {
            keys[i] = entry.getKey();
            values[i++] = entry.getValue();
        }
        return new FieldMap<>(keys, values);
    }

    private int find(Object key) {
        if (keys.length > MOST) {
            // Only those that were sorted have so many.
            return key instanceof String name ? Arrays.binarySearch(keys, name) : -1;
        }
        for (int i = 0; i < keys.length; i++) {
            if (Objects.equals(keys[i], key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public V get(Object key) {
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
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, V>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.length;
        }

        @Override
        public Entry<String, V> next() {
            if (next == keys.length) {
                throw new java.util.NoSuchElementException();
            }
            return new SimpleImmutableEntry<>(keys[next], values[next++]);
        }
    }
}
