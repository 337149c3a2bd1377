package dev.tandem.service.queue;

import dev.tandem.service.store.ConflictException;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Store;
import dev.tandem.service.store.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was received already: an event takes effect once, however often it comes. Safe for use by several threads. */
public final class Inbox {

    /** Longer than a message can live in a queue and its dead letters, 14 days each. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Store store;
    private final Clock clock;

    /** In the service's own table. */
    public Inbox(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Does writes for an event, unless that was done before.
     *
     * @return whether they were done now
     * @throws ConflictException when a condition of the writes themselves does not hold
     */
    public boolean once(Envelope event, List<Write> writes) {
        List<Write> all = new ArrayList<>();
        all.add(Write.create(Item.of("inbox#" + event.id(), event.type())
                .with(Item.EXPIRES_AT, clock.instant().plus(KEPT).getEpochSecond())));
        all.addAll(writes);
        try {
            store.transact(all);
            return true;
        } catch (ConflictException e) {
            if (e.index() == 0) {
                return false;
            }
            throw e;
        }
    }
}
