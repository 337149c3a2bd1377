package dev.tandem.service.store;

/** A condition did not hold; nothing was written. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int index;

    /**
     * A refusal.
     *
     * @param index which of the writes, from 0
     */
    public ConflictException(int index, Write write) {
        super("write " + index + " (" + write.getClass().getSimpleName() + " of " + write.key() + ") was refused: expected "
                + write.condition());
        this.index = index;
    }

    /** Which of the writes, from 0. */
    public int index() {
        return index;
    }
}
