package dev.tandem.policy.transport;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Puts answers into the outbox as far as the client is ready to take them (flow control, RFC 9113, section 5.2), and the
 * rest when it is. Thread-safe.
 */
final class Answers {

    private final Outbox out;
    private final Queue<Stream> waiting = new ArrayDeque<>();
    private long window = Frames.FIRST_WINDOW;
    private int firstWindow = Frames.FIRST_WINDOW;

    Answers(Outbox out) {
        this.out = out;
    }

    synchronized void opened(Stream stream) {
        stream.window += firstWindow;
    }

    /** An answer with a message: the five bytes before it included. */
    synchronized void send(Stream stream, byte[] message, byte[] trailers) {
        if (stream.forgotten) {
            return;
        }
        out.headers(stream.id, AnswerHeaders.beforeMessage(), false);
        stream.message = message;
        stream.trailers = trailers;
        if (!proceed(stream)) {
            waiting.add(stream);
        }
    }

    synchronized void sendOnly(Stream stream, byte[] headers) {
        if (stream.forgotten) {
            return;
        }
        out.headers(stream.id, headers, true);
    }

    /** Nothing more is sent on it. */
    synchronized void forget(Stream stream) {
        stream.forgotten = true;
        waiting.remove(stream);
    }

    /** The client is ready for more of all streams together. */
    synchronized void grow(long by) throws BrokenConnectionException {
        window = grown(window, by);
        proceed();
    }

    /** The client is ready for more of one stream. */
    synchronized void grow(Stream stream, long by) throws BrokenConnectionException {
        stream.window = grown(stream.window, by);
        proceed();
    }

    /** What the client is ready to take of every stream has changed, also of those that are open. */
    synchronized void firstWindow(int size, Iterable<Stream> open) throws BrokenConnectionException {
        if (size < 0) {
            throw new BrokenConnectionException(BrokenConnectionException.FLOW_CONTROL, "a window of " + (size & 0xffff_ffffL));
        }
        for (Stream stream : open) {
            stream.window = grown(stream.window, (long) size - firstWindow);
        }
        firstWindow = size;
        proceed();
    }

    private static long grown(long window, long by) throws BrokenConnectionException {
        if (window + by > Integer.MAX_VALUE) {
            throw new BrokenConnectionException(BrokenConnectionException.FLOW_CONTROL, "a window of " + (window + by) + " bytes");
        }
        return window + by;
    }

    private void proceed() {
        waiting.removeIf(this::proceed);
    }

    /** Whether that was all of it. */
    private boolean proceed(Stream stream) {
        while (stream.sent < stream.message.length) {
            int size = (int) Math.min(
                    Math.min(window, stream.window), Math.min(Frames.LARGEST, stream.message.length - stream.sent));
            if (size <= 0) {
                return false;
            }
            out.frame(Frames.DATA, 0, stream.id, stream.message, stream.sent, size);
            stream.sent += size;
            stream.window -= size;
            window -= size;
        }
        out.headers(stream.id, stream.trailers, true);
        stream.done.run();
        return true;
    }
}
