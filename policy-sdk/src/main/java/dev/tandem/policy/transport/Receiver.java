package dev.tandem.policy.transport;

import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What the frames of a client mean for one connection. Used by the thread that reads it. */
final class Receiver {

    /** What a client may send without waiting for us: most messages as a whole. */
    private static final int WINDOW = 1024 * 1024;
    private static final int LARGEST_HEADERS = 64 * 1024;

    private final Connection connection;
    private final FrameInput in;
    private final Outbox out;
    private final Answers answers;
    private final Map<Integer, Stream> open;
    private final int maxMessageBytes;
    private final Headers headers = new Headers(LARGEST_HEADERS);
    private int unacknowledged;
    private volatile int last;

    Receiver(Connection connection, FrameInput in, Outbox out, Answers answers, Map<Integer, Stream> open, int maxMessageBytes) {
        this.connection = connection;
        this.in = in;
        this.out = out;
        this.answers = answers;
        this.open = open;
        this.maxMessageBytes = maxMessageBytes;
    }

    void greet() {
        byte[] settings = new byte[12];
        settings[1] = Frames.INITIAL_WINDOW_SIZE;
        Frames.int32(WINDOW, settings, 2);
        settings[7] = Frames.MAX_HEADER_LIST_SIZE;
        Frames.int32(LARGEST_HEADERS, settings, 8);
        out.frame(Frames.SETTINGS, 0, 0, settings);
        out.frame(Frames.WINDOW_UPDATE, 0, 0, Frames.int32(WINDOW - Frames.FIRST_WINDOW));
    }

    /** For a GOAWAY frame: up to where calls were taken. */
    byte[] lastAnd(int code) {
        byte[] payload = new byte[8];
        Frames.int32(last, payload, 0);
        Frames.int32(code, payload, 4);
        return payload;
    }

    /** Deals with the frame that was read; {@return the call that is complete with it, or null} */
    UnaryCall<?, ?> take() throws IOException {
        if (headers.isOpen() && (in.type != Frames.CONTINUATION || in.stream != headers.stream())) {
            throw protocol("frame of type " + in.type + " inside a header block");
        }
        switch (in.type) {
            case Frames.DATA:
                return data();
            case Frames.HEADERS:
                expectClientStream();
                headers.begin(in);
                return headers.isOpen() ? null : head();
            case Frames.CONTINUATION:
                headers.goOn(in);
                return headers.isOpen() ? null : head();
            case Frames.RST_STREAM:
                expectLength(in.payload.length == 4);
                reset();
                return null;
            case Frames.SETTINGS:
                settings();
                return null;
            case Frames.PING:
                expectLength(in.payload.length == 8);
                if (!in.has(Frames.ACK)) {
                    out.frame(Frames.PING, Frames.ACK, 0, in.payload);
                }
                return null;
            case Frames.WINDOW_UPDATE:
                expectLength(in.payload.length == 4);
                window(Frames.int32(in.payload, 0) & Integer.MAX_VALUE);
                return null;
            case Frames.PUSH_PROMISE:
                throw protocol("a push promise from a client");
            default:
                return null; // priorities, the client's farewell, and whatever is unknown
        }
    }

    /** Headers are complete: the start of a call, or what a client may send at its end. */
    private UnaryCall<?, ?> head() throws IOException {
        RequestHead head = headers.read();
        Stream known = open.get(in.stream);
        if (known == null && in.stream > last) {
            last = in.stream;
            if (connection.isGoingAway()) {
                out.frame(Frames.RST_STREAM, 0, in.stream, Frames.int32(Frames.REFUSED_STREAM));
                return null;
            }
            known = new Stream(in.stream);
            answers.opened(known);
            open.put(known.id, known);
            begin(known, head);
        }
        return known != null && headers.endsStream() ? complete(known) : null;
    }

    private void begin(Stream stream, RequestHead head) {
        ServerMethodDefinition<?, ?> method = connection.method(head.method());
        Optional<Status> refusal = head.refusal();
        if (refusal.isPresent()) {
            stream.refusal = refusal.get();
        } else if (method == null) {
            stream.refusal = Status.UNIMPLEMENTED.withDescription("Method not found: " + head.method());
        } else {
            stream.call = new UnaryCall<>(connection, stream, method);
            connection.limit(stream, stream.call, head.timeoutNanos());
        }
    }

    private UnaryCall<?, ?> data() throws IOException {
        expectClientStream();
        if (in.stream > last) {
            throw protocol("data for stream " + in.stream + ", which was not opened");
        }
        int from = in.has(Frames.PADDED) ? 1 : 0;
        expectLength(in.payload.length >= from);
        int to = in.payload.length - (from == 1 ? in.payload[0] & 0xff : 0);
        if (to < from) {
            throw protocol("more padding than there is room");
        }
        credit(in.payload.length);
        Stream stream = open.get(in.stream);
        if (stream == null) {
            return null; // was answered or ended before
        }
        expectMore(stream);
        if (stream.refusal == null) {
            stream.request.add(in.payload, from, to);
            refuseLarge(stream);
        }
        if (in.has(Frames.END_STREAM)) {
            return complete(stream);
        }
        stream.unacknowledged += in.payload.length;
        if (stream.unacknowledged >= WINDOW / 2) {
            out.frame(Frames.WINDOW_UPDATE, 0, stream.id, Frames.int32(stream.unacknowledged));
            stream.unacknowledged = 0;
        }
        return null;
    }

    private void refuseLarge(Stream stream) {
        MessageBytes request = stream.request;
        if (!request.hasLength()) {
            return;
        }
        if (request.isCompressed()) {
            stream.refusal = Status.UNIMPLEMENTED.withDescription("compressed messages are not supported");
        } else if (request.length() > maxMessageBytes) {
            stream.refusal = Status.RESOURCE_EXHAUSTED.withDescription(
                    "gRPC message exceeds maximum size " + maxMessageBytes + ": " + request.length());
        } else if (request.received() > request.length()) {
            stream.refusal = Status.INTERNAL.withDescription("more than one message in a call, expected one");
        }
        if (stream.refusal != null) {
            request.clear();
        }
    }

    /** The client has said everything. */
    private UnaryCall<?, ?> complete(Stream stream) throws IOException {
        expectMore(stream);
        stream.complete = true;
        if (stream.refusal == null && (!stream.request.hasLength() || stream.request.received() < stream.request.length())) {
            stream.refusal = Status.INTERNAL.withDescription("the call ended before its message did");
        }
        if (stream.refusal == null) {
            return stream.call;
        }
        if (stream.call == null || stream.call.cancel()) {
            connection.answer(stream, null, stream.refusal);
        }
        return null;
    }

    private void credit(int bytes) {
        unacknowledged += bytes;
        if (unacknowledged >= WINDOW / 2) {
            out.frame(Frames.WINDOW_UPDATE, 0, 0, Frames.int32(unacknowledged));
            unacknowledged = 0;
        }
    }

    private void reset() throws IOException {
        expectClientStream();
        if (in.stream > last) {
            throw protocol("the end of stream " + in.stream + ", which was not opened");
        }
        Stream stream = open.get(in.stream);
        if (stream != null) {
            connection.forget(stream);
            if (stream.call != null) {
                stream.call.cancel();
            }
        }
    }

    private void settings() throws IOException {
        expectLength(in.payload.length % 6 == 0);
        if (in.has(Frames.ACK)) {
            return;
        }
        for (int i = 0; i < in.payload.length; i += 6) {
            if (in.payload[i] == 0 && in.payload[i + 1] == Frames.INITIAL_WINDOW_SIZE) {
                answers.firstWindow(Frames.int32(in.payload, i + 2), open.values());
            }
        }
        out.frame(Frames.SETTINGS, Frames.ACK, 0, new byte[0]);
    }

    private void window(int by) throws IOException {
        if (by == 0) {
            throw protocol("a window that grows by nothing");
        }
        Stream stream = open.get(in.stream);
        if (in.stream == 0) {
            answers.grow(by);
        } else if (stream != null) {
            answers.grow(stream, by);
        }
    }

    private static void expectMore(Stream stream) throws IOException {
        if (stream.complete) {
            throw protocol("more of stream " + stream.id + " after its end");
        }
    }

    private void expectClientStream() throws IOException {
        if (in.stream % 2 == 0) {
            throw protocol("frame of type " + in.type + " on stream " + in.stream + ", expected an odd one");
        }
    }

    private static void expectLength(boolean right) throws IOException {
        if (!right) {
            throw new BrokenConnectionException(BrokenConnectionException.FRAME_SIZE, "frame of a length that its type does not have");
        }
    }

    private static BrokenConnectionException protocol(String what) {
        return new BrokenConnectionException(BrokenConnectionException.PROTOCOL, what);
    }
}
