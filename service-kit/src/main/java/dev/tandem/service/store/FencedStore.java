package dev.tandem.service.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store whose every transaction also checks that this region is the one that writes (docs/adr/0031). A table without
 * the epoch item belongs to a region alone. The pair's machines move the item; tasks may not. Each item says which region wrote it,
 * so that a replica's stream does not bring an event a second time.
 */
public final class FencedStore implements Store {

    /** Where the epoch is. */
    public static final Key EPOCH = new Key("#epoch", "#epoch");

    /** The region that writes. */
    public static final String WRITER = "writer";

    /** Field of every item that is written: the region that wrote it. */
    public static final String WRITTEN_IN = "writtenIn";

    private final Store store;
    private final String region;

    /** Over a store, for tasks of a region. */
    public FencedStore(Store store, String region) {
        this.store = store;
        this.region = region;
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
        List<Write> fenced = new ArrayList<>(writes.stream().map(this::stamped).toList());
        fenced.add(new Write.Check(EPOCH, Condition.absentOrEqual(WRITER, region)));
        try {
            store.transact(fenced);
        } catch (ConflictException e) {
            if (e.index() == writes.size()) {
                throw new FencedException(region);
            }
            throw e;
        }
    }

    private Write stamped(Write write) {
        return write instanceof Write.Put put ? new Write.Put(put.item().with(WRITTEN_IN, region), put.condition()) : write;
    }
}
