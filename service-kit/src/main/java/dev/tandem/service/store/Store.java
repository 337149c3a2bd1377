package dev.tandem.service.store;

import java.util.List;
import java.util.Optional;

/** A service's own table. Safe for use by several threads. */
public interface Store {

    /**
     * An item as it is now (strongly consistent).
     *
     * @throws BusyException when the table takes no more requests for now
     */
    Optional<Item> get(Key key);

    /**
     * Items of a partition, in the order of their sort keys' UTF-8 bytes.
     *
     * @param prefix what the sort keys begin with; may be empty
     * @throws BusyException when the table takes no more requests for now
     */
    List<Item> query(String pk, String prefix);

    /**
     * Does all writes or none. When a {@link BusyException} or a broken connection ends it, nobody knows which: the caller
     * must be able to do it again.
     *
     * @param writes 1 to 99, each about another item
     * @throws IllegalArgumentException for more, none, or two about one item
     * @throws ConflictException        when a condition does not hold: of several, the first
     * @throws FencedException          when another region writes
     * @throws BusyException            when the table takes no more requests for now, or another transaction is at the same items
     */
    void transact(List<Write> writes);
}
