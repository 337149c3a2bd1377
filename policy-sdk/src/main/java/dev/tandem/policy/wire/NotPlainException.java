package dev.tandem.policy.wire;

/** Bytes are no message, or one of a form that senders hardly use: protobuf's own reader has the word. */
final class NotPlainException extends Exception {

    static final NotPlainException HERE = new NotPlainException();

    private static final long serialVersionUID = 1;

    private NotPlainException() {
        super("not in a plain form", null, false, false);
    }
}
