package dev.tandem.policy.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Frames on their way to the client. Putting one in never waits for the client: one thread at a time writes, and takes
 * along what others put in meanwhile. What a client may leave unread is bounded by its own flow control. Thread-safe.
 */
final class Outbox {

    private static final int FIRST_SIZE = 8 * 1024;
    private static final int KEPT_SIZE = 256 * 1024;

    private final OutputStream socket;
    private final End atEnd;
    private byte[] filling = new byte[FIRST_SIZE];
    private byte[] spare = new byte[FIRST_SIZE];
    private int filled;
    private boolean writing;
    private boolean ending;
    private boolean ended;

    Outbox(OutputStream socket, End atEnd) {
        this.socket = socket;
        this.atEnd = atEnd;
    }

    /** How the client is told that nothing more comes. */
    interface End {
        void tell() throws IOException;
    }

    /** After what is there now and is put in until it was written, the client is told that this was all. */
    synchronized void end() {
        ending = true;
    }

    synchronized void frame(int type, int flags, int stream, byte[] payload, int offset, int length) {
        int need = filled + Frames.HEAD + length;
        if (need > filling.length) {
            filling = Arrays.copyOf(filling, Math.max(need, 2 * filling.length));
        }
        filling[filled] = (byte) (length >>> 16);
        filling[filled + 1] = (byte) (length >>> 8);
        filling[filled + 2] = (byte) length;
        filling[filled + 3] = (byte) type;
        filling[filled + 4] = (byte) flags;
        Frames.int32(stream, filling, filled + 5);
        System.arraycopy(payload, offset, filling, filled + Frames.HEAD, length);
        filled = need;
    }

    void frame(int type, int flags, int stream, byte[] payload) {
        frame(type, flags, stream, payload, 0, payload.length);
    }

    /** A header block, in as many frames as it needs, with no other frame in between. */
    synchronized void headers(int stream, byte[] block, boolean last) {
        int end = last ? Frames.END_STREAM : 0;
        for (int from = 0, type = Frames.HEADERS; from == 0 || from < block.length; type = Frames.CONTINUATION, end = 0) {
            int length = Math.min(Frames.LARGEST, block.length - from);
            int flags = end | (from + length == block.length ? Frames.END_HEADERS : 0);
            frame(type, flags, stream, block, from, length);
            from += length;
        }
    }

    /** Writes what is there, unless another thread is at it: then that one does. May wait for the client. */
    void flush() throws IOException {
        boolean mine = false;
        while (true) {
            byte[] full;
            int length;
            synchronized (this) {
                if (writing && !mine) {
                    return;
                }
                // In one step with the look: what is put in later finds nobody writing, and is written by its own thread.
                writing = filled > 0;
                if (!writing) {
                    if (ending && !ended) {
                        ended = true;
                        atEnd.tell();
                    }
                    return;
                }
                mine = true;
                full = filling;
                length = filled;
                filling = spare;
                filled = 0;
            }
            // A failure leaves the mark: nothing can be written here any more.
            socket.write(full, 0, length);
            synchronized (this) {
                spare = full.length <= KEPT_SIZE ? full : new byte[FIRST_SIZE];
            }
        }
    }
}
