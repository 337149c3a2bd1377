package dev.tandem.ops.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A global table of two replicas as AWS describes it: each write is sent to the other side, where the later one of an item wins. */
final class TwoRegions {

    static final String PRIMARY = "eu-central-1";
    static final String SURVIVOR = "eu-west-1";

    private final Map<String, Replica> replicas = new TreeMap<>(Map.of(PRIMARY, new Replica(), SURVIVOR, new Replica()));
    private final List<Sent> onTheWay = new ArrayList<>();
    private boolean cut;
    private long clock;
    private int serial;

    private record Sent(String to, String key, Map<String, AttributeValue> image, long written) {}

    private static final class Replica {
        private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        private final Map<String, Long> written = new HashMap<>();
        private final List<Change> stream = new ArrayList<>();
        private long epoch = 1;
    }

    /** Writes, or deletes, under the epoch that the region knows. */
    void write(String region, String key, boolean delete) {
        Replica replica = replicas.get(region);
        apply(replica, key, delete ? Map.of() : Map.of("serial", AttributeValue.fromN(String.valueOf(++serial)),
                "writtenIn", AttributeValue.fromS(region), "writtenEpoch", AttributeValue.fromN(String.valueOf(replica.epoch))),
                ++clock, region);
    }

    /** From now on nothing crosses. */
    void cut() {
        cut = true;
    }

    /** The survivor's epoch moves; the primary does not learn of it before {@link #heal}. */
    void takeOver() {
        Replica replica = replicas.get(SURVIVOR);
        replica.epoch = 2;
        apply(replica, Change.EPOCH, Map.of("writer", AttributeValue.fromS(SURVIVOR), "epoch", AttributeValue.fromN("2")), ++clock, SURVIVOR);
    }

    /** All that was written meanwhile arrives, in the order of its writing. */
    void heal() {
        cut = false;
        List<Sent> pending = List.copyOf(onTheWay);
        onTheWay.clear();
        clock++;
        pending.forEach(this::arrive);
    }

    private void apply(Replica replica, String key, Map<String, AttributeValue> image, long written, String region) {
        boolean nothing = image.isEmpty() && !replica.items.containsKey(key);
        if (nothing) {
            return;
        }
        store(replica, key, image, written);
        Sent sent = new Sent(region.equals(PRIMARY) ? SURVIVOR : PRIMARY, key, image, written);
        if (cut) {
            onTheWay.add(sent);
        } else {
            arrive(sent);
        }
    }

    private void arrive(Sent sent) {
        Replica replica = replicas.get(sent.to);
        if (sent.written > replica.written.getOrDefault(sent.key, 0L)) {
            store(replica, sent.key, sent.image, sent.written);
        }
    }

    private void store(Replica replica, String key, Map<String, AttributeValue> image, long written) {
        Map<String, AttributeValue> before = image.isEmpty() ? replica.items.remove(key) : replica.items.put(key, image);
        replica.written.put(key, written);
        if (before != null || !image.isEmpty()) {
            replica.stream.add(new Change(key, Instant.ofEpochSecond(clock), before == null ? Map.of() : before, image, false));
        }
    }

    List<Change> stream(String region) {
        return replicas.get(region).stream;
    }

    Map<String, AttributeValue> item(String region, String key) {
        return replicas.get(region).items.getOrDefault(key, Map.of());
    }

    List<LateWrite> late() {
        List<Change> survivor = stream(SURVIVOR);
        return LateWrites.of(PRIMARY, Takeover.last(survivor, PRIMARY, SURVIVOR).orElseThrow(), stream(PRIMARY), survivor);
    }
}
