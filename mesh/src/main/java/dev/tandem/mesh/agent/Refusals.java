package dev.tandem.mesh.agent;

/**
 * Whether Envoy refused what it was given last: it then goes on with what it had, and a rollback that it refuses as well changes
 * nothing. Its own count is since its start, so that what was put right since does not count. For one thread.
 */
final class Refusals {

    private String last = "";
    private long before;
    private long seen;

    /** Takes in how many updates Envoy has refused since its start; after a new start it counts from none. */
    void observe(long refused) {
        if (refused < seen) {
            before = 0;
        }
        seen = refused;
    }

    /** @param what names what is published now; another name than before is another publication */
    void published(String what) {
        if (!what.equals(last)) {
            last = what;
            before = seen;
        }
    }

    /** Whether an update was refused since the last publication. */
    boolean refused() {
        return seen > before;
    }
}
