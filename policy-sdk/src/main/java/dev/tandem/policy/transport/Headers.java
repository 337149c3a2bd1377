package dev.tandem.policy.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Header blocks as they come in, each in one frame or more. Used by the thread that reads the connection. */
final class Headers {

    private static final int PRIORITY_BYTES = 5;

    private final HeaderDecoder decoder = new HeaderDecoder();
    private final int largest;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream(512);
    private int stream;
    private boolean open;
    private boolean endsStream;

    /** @param largest block that is taken, bytes */
    Headers(int largest) {
        this.largest = largest;
    }

    /** Whether more of the block is to come. */
    boolean isOpen() {
        return open;
    }

    int stream() {
        return stream;
    }

    /** Whether the call has nothing beside the headers that were read last. */
    boolean endsStream() {
        return endsStream;
    }

    void begin(FrameInput in) throws IOException {
        int from = (in.has(Frames.PADDED) ? 1 : 0) + (in.has(Frames.PRIORITY) ? PRIORITY_BYTES : 0);
        int padding = in.has(Frames.PADDED) && in.payload.length > 0 ? in.payload[0] & 0xff : 0;
        if (from + padding > in.payload.length) {
            throw new BrokenConnectionException(BrokenConnectionException.PROTOCOL, "headers shorter than they say");
        }
        stream = in.stream;
        endsStream = in.has(Frames.END_STREAM);
        block.reset();
        add(in, from, in.payload.length - from - padding);
    }

    void goOn(FrameInput in) throws IOException {
        if (!open) {
            throw new BrokenConnectionException(BrokenConnectionException.PROTOCOL, "headers that continue nothing");
        }
        add(in, 0, in.payload.length);
    }

    private void add(FrameInput in, int from, int length) throws IOException {
        if (block.size() + length > largest) {
            throw new BrokenConnectionException(BrokenConnectionException.CALM, "more than " + largest + " bytes of headers");
        }
        block.write(in.payload, from, length);
        open = !in.has(Frames.END_HEADERS);
    }

    /** Reads the block, which is complete. */
    RequestHead read() throws BrokenConnectionException {
        RequestHead head = new RequestHead();
        decoder.decode(block.toByteArray(), head);
        return head;
    }
}
