package dev.tandem.service.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A store in memory, for the unit and property tests of services: the same answers as {@link DynamoStore}: the end-to-end
 * test StoresAgreeTest runs both through the same sequences. A hook may fail a transaction before or after it is done, as a network does. Safe for use by several threads.
 */
public final class MemoryStore implements Store {

    /** DynamoDB orders texts by their UTF-8 bytes, Java by its chars; they differ beyond U+FFFF. */
    private static final Comparator<String> BYTES =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final TreeMap<String, TreeMap<String, Item>> items = new TreeMap<>();
    private final List<Item> created = new ArrayList<>();
    private Consumer<Moment> hook = moment -> { };

    /** When a hook is asked. */
    public enum Moment {
        /** Nothing is done yet. */
        BEFORE,
        /** All is done, the caller does not know. */
        AFTER
    }

    /** Sets what may fail transactions by throwing. */
    public synchronized void onTransact(Consumer<Moment> newHook) {
        hook = newHook;
    }

    /** Items that did not exist before, in the order of their writing, and forgets them: what a table's stream shows as inserted. */
    public synchronized List<Item> drainCreated() {
        List<Item> drained = List.copyOf(created);
        created.clear();
        return drained;
    }

    @Override
    public synchronized Optional<Item> get(Key key) {
        return Optional.ofNullable(items.getOrDefault(key.pk(), new TreeMap<>()).get(key.sk()));
    }

    @Override
    public synchronized List<Item> query(String pk, String prefix) {
        return items.getOrDefault(pk, new TreeMap<>()).values().stream().filter(item -> item.key().sk().startsWith(prefix)).toList();
    }

    /** All items. */
    public synchronized List<Item> all() {
        return items.values().stream().flatMap(partition -> partition.values().stream()).toList();
    }

    @Override
    public synchronized void transact(List<Write> writes) {
        Write.transaction(writes);
        hook.accept(Moment.BEFORE);
        for (int i = 0; i < writes.size(); i++) {
            if (!writes.get(i).condition().holds(get(writes.get(i).key()))) {
                throw new ConflictException(i, writes.get(i));
            }
        }
        for (Write write : writes) {
            if (write instanceof Write.Put put) {
                if (items.computeIfAbsent(put.key().pk(), pk -> new TreeMap<>(BYTES)).put(put.key().sk(), put.item()) == null) {
                    created.add(put.item());
                }
            } else if (write instanceof Write.Delete delete) {
                items.getOrDefault(delete.key().pk(), new TreeMap<>()).remove(delete.key().sk());
            }
        }
        hook.accept(Moment.AFTER);
    }
}
