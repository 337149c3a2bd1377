package dev.tandem.service.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store whose every transaction also checks that this region is the one that writes (docs/adr/0031). A table without
 * the epoch item belongs to a region alone. The pair's machines move the item; tasks may not.
 */
public final class FencedStore implements Store {

    /** Where the epoch is. */
    public static final Key EPOCH = new Key("#epoch", "#epoch");

    /** The region that writes. */
    public static final String WRITER = "writer";

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
        List<Write> fenced = new ArrayList<>(writes);
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
}
