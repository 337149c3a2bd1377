package dev.tandem.mesh.identity;

import java.util.Optional;

/**
 * Keeps the last identity that a source gave, so that a source that is away, or holds garbage, changes nothing. Safe for use
 * by several threads.
 */
public final class LastGoodIdentity {

    private final IdentitySource source;
    private Identity last;
    private String problem;

    /** Of a source, with nothing kept yet. */
    public LastGoodIdentity(IdentitySource source) {
        this.source = source;
    }

    /**
     * Asks the source.
     *
     * @return the identity when it is another one than before, also when only the bundle changed; empty when there is nothing
     *     to do or the source failed: see {@link #problem()}
     */
    public synchronized Optional<Identity> poll() {
        Identity found;
        try {
            found = source.identity();
        } catch (IdentityException e) {
            problem = e.getMessage();
            return Optional.empty();
        }
        problem = null;
        boolean same = last != null
                && last.svid().certificate().equals(found.svid().certificate())
                && last.bundle().equals(found.bundle());
        last = found;
        return same ? Optional.empty() : Optional.of(found);
    }

    /** What the source gave last; empty before the first success. It may have ended meanwhile: look at its times. */
    public synchronized Optional<Identity> current() {
        return Optional.ofNullable(last);
    }

    /** Why the last poll failed; empty when it did not. */
    public synchronized Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
