package dev.tandem.policy.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Parts of messages that come with many resources again, such as their provider: by their bytes, the last few. Thread-safe
 * if what they are decoded to is.
 */
final class Repeated<T> {

    private static final int SLOTS = 16;
    private static final int LONGEST = 4096;

    private record Known<T>(byte[] bytes, T decoded) {}

    private final AtomicReferenceArray<Known<T>> slots = new AtomicReferenceArray<>(SLOTS);
    private final Decoder<T> decoder;

    /** What bytes mean. */
    interface Decoder<T> {
        T decode(byte[] bytes) throws InvalidProtocolBufferException;
    }

    Repeated(Decoder<T> decoder) {
        this.decoder = decoder;
    }

    /** The meaning of some bytes of a message. */
    T get(byte[] message, int from, int to) throws InvalidProtocolBufferException {
        if (to - from > LONGEST) {
            return decoder.decode(Arrays.copyOfRange(message, from, to));
        }
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + message[i];
        }
        int slot = (hash ^ hash >>> 8) & SLOTS - 1;
        Known<T> known = slots.get(slot);
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, message, from, to)) {
            return known.decoded;
        }
        byte[] bytes = Arrays.copyOfRange(message, from, to);
        T decoded = decoder.decode(bytes);
        slots.set(slot, new Known<>(bytes, decoded));
        return decoded;
    }
}
