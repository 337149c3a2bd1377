package dev.tandem.service.store;

/** Another region writes, or none while the regions change; nothing was written. */
public final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Names the region that was refused. */
    public FencedException(String region) {
        super("region " + region + " may not write now: the item " + FencedStore.EPOCH + " names another writer."
                + " Send the request to the writing region, or again in a minute");
    }
}
