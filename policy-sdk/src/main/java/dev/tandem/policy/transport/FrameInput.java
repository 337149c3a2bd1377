package dev.tandem.policy.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Frames of one connection, one after the other. Used by one thread at a time. */
final class FrameInput {

    private static final int BUFFER = 32 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    int type;
    int flags;
    int stream;
    byte[] payload;

    FrameInput(InputStream in) {
        this.in = in;
    }

    /** Whether the next frame has to be waited for, at least in part. */
    boolean isEmpty() {
        return position == limit;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** False when the client talks something else. */
    boolean readPreface() throws IOException {
        byte[] expected = Frames.PREFACE.getBytes(StandardCharsets.US_ASCII);
        for (byte b : expected) {
            if (position == limit && !fill() || buffer[position++] != b) {
                return false;
            }
        }
        return true;
    }

    /** Reads the next frame into the fields; false when the client hung up between two. */
    boolean next() throws IOException {
        if (position == limit && !fill()) {
            return false;
        }
        byte[] head = read(Frames.HEAD);
        int length = Frames.int32(head, 0) >>> 8;
        type = head[3];
        flags = head[4];
        stream = Frames.int32(head, 5) & Integer.MAX_VALUE;
        if (length > Frames.LARGEST) {
            throw new BrokenConnectionException(
                    BrokenConnectionException.FRAME_SIZE, "frame of " + length + " bytes, expected at most " + Frames.LARGEST);
        }
        payload = read(length);
        return true;
    }

    private byte[] read(int length) throws IOException {
        byte[] out = new byte[length];
        for (int done = 0; done < length; ) {
            if (position == limit && !fill()) {
                throw new EOFException("the client hung up inside a frame");
            }
            int some = Math.min(length - done, limit - position);
            System.arraycopy(buffer, position, out, done, some);
            position += some;
            done += some;
        }
        return out;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }
}
