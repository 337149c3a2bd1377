package dev.tandem.service.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store whose every transaction also checks that this region is the one that writes (docs/adr/0031). A table without
 * the epoch item belongs to a region alone. The pair's machines move the item; tasks may not. Each item says which region wrote it,
 * so that a replica's stream does not bring an event a second time, and under which epoch, so that a write which arrives after a
 * takeover can be told from those before (docs/adr/0115). The epoch is read once, and again when it was moved.
 */
public final class FencedStore implements Store {

    /** Where the epoch is. */
    public static final Key EPOCH = new Key("#epoch", "#epoch");

    /** Field of the epoch: the region that writes. */
    public static final String WRITER = "writer";

    /** Field of the epoch: how often the right to write was moved. */
    public static final String NUMBER = "epoch";

    /** Field of every item that is written: the region that wrote it. */
    public static final String WRITTEN_IN = "writtenIn";

    /** Field of every item that is written: the epoch's number then; 0 in a table without one. */
    public static final String WRITTEN_EPOCH = "writtenEpoch";

    private final Store store;
    private final String region;
    private volatile Epoch known;

    /** Over a store, for tasks of a region. */
    public FencedStore(Store store, String region) {
        this.store = store;
        this.region = region;
    }

    /**
     * An epoch as it was read, and what holds as long as it was not moved. Under another region's nothing is written, but the
     * writes' own conditions are asked: what was done there already is no longer refused here.
     */
    private record Epoch(boolean mine, long number, Condition unmoved) {

        static Epoch of(Optional<Item> item, String region) {
            if (item.isEmpty()) {
                return new Epoch(true, 0, Condition.absent());
            }
            long number = item.get().number(NUMBER);
            if (item.get().find(WRITER).filter(region::equals).isEmpty()) {
                return new Epoch(false, number, Condition.absent());
            }
            return new Epoch(true, number, number == 0 ? Condition.equal(WRITER, region) : Condition.equal(NUMBER, number));
        }
    }

    @Override
    public Optional<Item> get(Key key) {
        return store.get(key);
    }

    @Override
    public List<Item> query(String pk, String prefix) {
        return store.query(pk, prefix);
    }

    @Override
    public void transact(List<Write> writes) {
        Epoch before = known;
        if (before != null && before.mine() && written(writes, before)) {
            return;
        }
        Epoch now = Epoch.of(store.get(EPOCH), region);
        known = now;
        if (!written(writes, now)) {
            throw new FencedException(region);
        }
    }

    /** Writes under an epoch; false, and nothing is written, when it is another region's or was moved. */
    private boolean written(List<Write> writes, Epoch epoch) {
        List<Write> fenced = new ArrayList<>(writes.stream().map(write -> stamped(write, epoch.number())).toList());
        fenced.add(new Write.Check(EPOCH, epoch.unmoved()));
        try {
            store.transact(fenced);
            return true;
        } catch (ConflictException e) {
            if (e.index() == writes.size()) {
                return false;
            }
            throw e;
        }
    }

    private Write stamped(Write write, long epoch) {
        return write instanceof Write.Put put
                ? new Write.Put(put.item().with(WRITTEN_IN, region).with(WRITTEN_EPOCH, epoch), put.condition()) : write;
    }
}
