package dev.tandem.e2e.services;

import dev.tandem.service.store.Condition;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Transactions of 1 to 4 writes over few items and few values, so that conditions meet what they are about: fields that are there,
 * missing, or of the other type, and sort keys whose order is another one by chars than by bytes.
 */
final class RandomWrites {

    static final List<String> PARTITIONS = List.of("p", "q");
    static final List<String> PREFIXES = List.of("", "a", "a\uFFFD", "z");

    private static final List<String> SORTS = List.of("a", "a\uFFFD", "a\uD83D\uDE00", "b");
    private static final List<String> FIELDS = List.of("state", "count");

    private final Random random;

    RandomWrites(long seed) {
        random = new Random(seed);
    }

    List<Write> transaction() {
        Map<Key, Write> writes = new LinkedHashMap<>();
        int size = 1 + random.nextInt(4);
        while (writes.size() < size) {
            Key key = new Key(any(PARTITIONS), any(SORTS));
            writes.putIfAbsent(key, write(key));
        }
        return List.copyOf(writes.values());
    }

    private Write write(Key key) {
        Condition condition = condition();
        return switch (random.nextInt(condition.kind() == Condition.Kind.NONE ? 4 : 5)) {
            case 0, 1, 2 -> new Write.Put(item(key), condition);
            case 3 -> new Write.Delete(key, condition);
            default -> new Write.Check(key, condition);
        };
    }

    private Condition condition() {
        return switch (random.nextInt(8)) {
            case 0 -> Condition.absent();
            case 1 -> Condition.present();
            case 2 -> Condition.equal(any(FIELDS), text());
            case 3 -> Condition.equal(Item.EXPIRES_AT, number());
            case 4 -> Condition.absentOrBelow(Item.EXPIRES_AT, number());
            default -> Condition.none();
        };
    }

    private Item item(Key key) {
        // Always there and a number: moto cannot compare a number with a text or with nothing, where DynamoDB says no.
        Item item = Item.of(key.pk(), key.sk()).with(Item.EXPIRES_AT, number());
        for (String field : FIELDS) {
            item = switch (random.nextInt(4)) {
                case 0 -> item;
                case 1 -> item.with(field, number());
                default -> item.with(field, text());
            };
        }
        return item;
    }

    private String text() {
        return any(List.of("", "3", "x"));
    }

    private long number() {
        return any(List.of(Long.MIN_VALUE, -3L, 0L, 3L, 5L, Long.MAX_VALUE));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
