package dev.tandem.policy.wire;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;

/**
 * Protobuf's wire format over an array, as far as senders use it for messages of ours: field numbers below 16, lengths of
 * at most four bytes. Anything else is not plain. Used by one thread.
 */
final class PlainInput {

    private static final int LONGEST_LENGTH_SHIFT = 21;

    private final byte[] bytes;
    private int position;
    private int end;

    PlainInput(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    boolean isAtEnd() {
        return position == end;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    /** Number and type of the next field. */
    int tag() throws NotPlainException {
        return small();
    }

    /** A number below 128, such as a boolean. */
    int small() throws NotPlainException {
        if (position == end || bytes[position] < 0) {
            throw NotPlainException.HERE;
        }
        return bytes[position++];
    }

    boolean bool() throws NotPlainException {
        int value = small();
        if (value > 1) {
            throw NotPlainException.HERE;
        }
        return value == 1;
    }

    double number() throws NotPlainException {
        if (end - position < 8) {
            throw NotPlainException.HERE;
        }
        long bits = 0;
        for (int i = 7; i >= 0; i--) {
            bits = bits << 8 | bytes[position + i] & 0xff;
        }
        position += 8;
        return Double.longBitsToDouble(bits);
    }

    /** Enters the message that begins here; {@return what {@link #close} wants} */
    int open() throws NotPlainException {
        int outer = end;
        int length = length();
        end = position + length;
        return outer;
    }

    /** Leaves a message, which must have been read to its end. */
    void close(int outer) throws NotPlainException {
        if (position != end) {
            throw NotPlainException.HERE;
        }
        end = outer;
    }

    /** Steps over the message that begins here; {@return its length} Its end is then the position. */
    int skip() throws NotPlainException {
        int length = length();
        position += length;
        return length;
    }

    String text() throws NotPlainException {
        int length = length();
        int from = position;
        position += length;
        for (int i = from; i < position; i++) {
            if (bytes[i] < 0) {
                return international(from, length);
            }
        }
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** A text that may well come again. */
    String name() throws NotPlainException {
        int length = length();
        int from = position;
        position += length;
        int hash = 0;
        int all = 0;
        for (int i = from; i < position; i++) {
            hash = 31 * hash + bytes[i];
            all |= bytes[i];
        }
        return all < 0 ? international(from, length) : Names.known(bytes, from, length, hash);
    }

    private String international(int from, int length) throws NotPlainException {
        ByteString text = ByteString.copyFrom(bytes, from, length);
        if (!text.isValidUtf8()) {
            throw NotPlainException.HERE;
        }
        return text.toStringUtf8();
    }

    private int length() throws NotPlainException {
        int length = 0;
        for (int shift = 0; shift <= LONGEST_LENGTH_SHIFT; shift += 7) {
            if (position == end) {
                throw NotPlainException.HERE;
            }
            int more = bytes[position++];
            length |= (more & 0x7f) << shift;
            if (more >= 0) {
                if (length > end - position) {
                    throw NotPlainException.HERE;
                }
                return length;
            }
        }
        throw NotPlainException.HERE;
    }
}
