package dev.tandem.e2e.stock;

/**
 * One scratch clone for all tests that put back what they change: building it takes longer than most of them. It is
 * removed when the JVM ends.
 */
public final class SharedClone {

    private static ScratchClone clone;

    private SharedClone() {}

    /** The clone, made on first use. */
    public static synchronized ScratchClone get() {
        if (clone == null) {
            clone = ScratchClone.create();
            Runtime.getRuntime().addShutdownHook(new Thread(clone::close));
        }
        return clone;
    }
}
