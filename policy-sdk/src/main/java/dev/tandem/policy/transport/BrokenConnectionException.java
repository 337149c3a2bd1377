package dev.tandem.policy.transport;

import java.io.IOException;

/** The client broke HTTP/2 in a way that ends the whole connection; {@link #code} is told to it (RFC 9113, section 7). */
final class BrokenConnectionException extends IOException {

    static final int PROTOCOL = 1;
    static final int FLOW_CONTROL = 3;
    static final int FRAME_SIZE = 6;
    static final int COMPRESSION = 9;
    static final int CALM = 11;

    private static final long serialVersionUID = 1;

    final int code;

    BrokenConnectionException(int code, String message) {
        super(message);
        this.code = code;
    }
}
