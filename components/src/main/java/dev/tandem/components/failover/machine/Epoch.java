package dev.tandem.components.failover.machine;

/**
 * The item by which one region at a time writes. Every table that both regions have keeps one under {@link #KEY}; a service
 * adds to each write a condition check that {@link #WRITER} is its own region. A write of the other region is refused by the
 * local replica once the item has arrived there.
 */
public final class Epoch {

    /** Partition and sort key of the item. */
    public static final String KEY = "#epoch";

    /** Attribute: the region that writes, or {@link #NOBODY}. */
    public static final String WRITER = "writer";

    /** Attribute: counts the changes. */
    public static final String NUMBER = "epoch";

    /** The writer while requests drain. */
    public static final String NOBODY = "none";

    private Epoch() {}
}
