package dev.tandem.policy.transport;

import io.grpc.KnownLength;
import java.io.InputStream;
import java.util.ArrayDeque;

/**
 * The one message of a request, in the pieces in which it came: none is copied, and each is free for collection once it
 * was read. First filled by one thread, then read by one.
 */
final class MessageBytes extends InputStream implements KnownLength {

    private static final int PREFIX = 5;

    private final ArrayDeque<byte[]> pieces = new ArrayDeque<>(2);
    private final byte[] prefix = new byte[PREFIX];
    private int prefixed;
    private int position;
    private long left;

    void add(byte[] bytes, int from, int to) {
        int start = from;
        while (prefixed < PREFIX && start < to) {
            prefix[prefixed++] = bytes[start++];
        }
        if (start < to) {
            if (pieces.isEmpty()) {
                position = start;
                pieces.add(to == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, to));
            } else {
                boolean whole = start == 0 && to == bytes.length;
                pieces.add(whole ? bytes : java.util.Arrays.copyOfRange(bytes, start, to));
            }
            left += to - start;
        }
    }

    long received() {
        return left;
    }

    void clear() {
        pieces.clear();
        left = 0;
    }

    boolean hasLength() {
        return prefixed == PREFIX;
    }

    boolean isCompressed() {
        return prefix[0] != 0;
    }

    /** Bytes of the message as its sender announced them; from 0 to 4 GiB. */
    long length() {
        return Frames.int32(prefix, 1) & 0xffff_ffffL;
    }

    /** Bytes that are there. */
    @Override
    public int available() {
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    /** What is left, in one array; of messages below 2 GiB, as all are. */
    @Override
    public byte[] readAllBytes() {
        byte[] all = new byte[available()];
        for (int done = 0; done < all.length; ) {
            done += read(all, done, all.length - done);
        }
        return all;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        byte[] piece = pieces.peek();
        if (piece == null) {
            return length == 0 ? 0 : -1;
        }
        int some = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, into, offset, some);
        position += some;
        left -= some;
        if (position == piece.length) {
            pieces.remove();
            position = 0;
        }
        return some;
    }
}
