package dev.tandem.components.failover;

import com.pulumi.exceptions.RunException;

/**
 * The peer's stack could not be read, or does not say what is needed; the message says which, and what to do. A {@link
 * RunException}, since Pulumi prints of those the message alone.
 */
public final class PeerStackException extends RunException {

    private static final long serialVersionUID = 1L;

    PeerStackException(String message) {
        super(message);
    }

    PeerStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
