package dev.tandem.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Unary gRPC calls over one HTTP/2 connection by one thread, with a fixed number of them under way at any time. A gRPC
 * library's client costs as much as the server that is to be measured, and would share its two cores; this one only
 * copies bytes that were made before. Source of the frames: RFC 9113, of the five bytes before a message: gRPC over HTTP/2.
 */
final class LeanClient implements AutoCloseable {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GO_AWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int STREAM_WINDOW = 4;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int LARGEST_FRAME = 16_384;
    private static final int LARGEST_WINDOW = Integer.MAX_VALUE;
    private static final int FIRST_WINDOW = 65_535;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final byte[] headers;
    private final Map<Integer, ByteArrayOutputStream> open = new HashMap<>();
    private final Queue<Integer> ended = new ArrayDeque<>();
    private long window = FIRST_WINDOW;
    private long streamWindow = FIRST_WINDOW;
    private int firstStreamWindow = FIRST_WINDOW;
    private int nextStream = 1;

    /** @param path of the method, such as {@code /pulumirpc.Analyzer/Analyze} */
    LeanClient(int port, String path) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = socket.getOutputStream();
        headers = headers(path, "127.0.0.1:" + port);
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        hello.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        DataOutputStream settings = frame(hello, 6, SETTINGS, 0, 0);
        settings.writeShort(STREAM_WINDOW);
        settings.writeInt(LARGEST_WINDOW);
        frame(hello, 4, WINDOW_UPDATE, 0, 0).writeInt(LARGEST_WINDOW - FIRST_WINDOW);
        out.write(hello.toByteArray());
    }

    /** What is told of each answer: its place in the list of messages, and its bytes. */
    interface Answers {
        void take(int index, byte[] message) throws IOException;
    }

    /** Sends each message, {@code parallel} at once, and returns when all have been answered. */
    void callAll(List<byte[]> messages, int parallel, Answers answers) throws IOException {
        Map<Integer, Integer> indexOf = new HashMap<>();
        int sent = 0;
        int answered = 0;
        while (answered < messages.size()) {
            while (sent < messages.size() && indexOf.size() < parallel) {
                indexOf.put(send(messages.get(sent)), sent++);
            }
            int done = ended.isEmpty() ? read() : ended.remove();
            if (done > 0) {
                byte[] answer = open.remove(done).toByteArray();
                if (answer.length < 5) {
                    throw new IOException("call " + indexOf.get(done) + " was answered without a message");
                }
                answers.take(indexOf.remove(done), Arrays.copyOfRange(answer, 5, answer.length));
                answered++;
            }
        }
    }

    private int send(byte[] message) throws IOException {
        int stream = nextStream;
        nextStream += 2;
        open.put(stream, new ByteArrayOutputStream(4096));
        streamWindow = firstStreamWindow;
        ByteBuffer body = ByteBuffer.allocate(message.length + 5).put((byte) 0).putInt(message.length).put(message).flip();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(headers.length + LARGEST_FRAME + 18);
        frame(bytes, headers.length, HEADERS, END_HEADERS, stream).write(headers);
        while (body.hasRemaining()) {
            int length = (int) Math.min(Math.min(body.remaining(), LARGEST_FRAME), Math.min(window, streamWindow));
            if (length > 0) {
                int last = length == body.remaining() ? END_STREAM : 0;
                frame(bytes, length, DATA, last, stream).write(body.array(), body.position(), length);
                body.position(body.position() + length);
                window -= length;
                streamWindow -= length;
            }
            out.write(bytes.toByteArray());
            bytes.reset();
            if (body.hasRemaining() && Math.min(window, streamWindow) == 0) {
                int done = read();
                if (done > 0) {
                    ended.add(done);
                }
            }
        }
        return stream;
    }

    /** Reads one frame; returns the stream that it ended, or 0. */
    private int read() throws IOException {
        int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = new byte[length];
        in.readFully(payload);
        switch (type) {
            case DATA -> open.get(stream).write(payload);
            case WINDOW_UPDATE -> grow(stream, ByteBuffer.wrap(payload).getInt());
            case SETTINGS, PING -> acknowledge(type, flags, payload);
            case RST_STREAM, GO_AWAY -> throw new EOFException("the server gave up, frame type " + type);
            default -> { }
        }
        return (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0 ? stream : 0;
    }

    /** Only the stream sent last can wait for its window. */
    private void grow(int stream, int by) {
        if (stream == 0) {
            window += by;
        } else if (stream == nextStream - 2) {
            streamWindow += by;
        }
    }

    private void acknowledge(int type, int flags, byte[] payload) throws IOException {
        for (ByteBuffer settings = ByteBuffer.wrap(payload); type == SETTINGS && settings.remaining() >= 6; ) {
            int key = settings.getShort();
            int value = settings.getInt();
            if (key == STREAM_WINDOW) {
                streamWindow += value - firstStreamWindow;
                firstStreamWindow = value;
            }
        }
        if ((flags & ACK) == 0) {
            byte[] echo = type == PING ? payload : new byte[0];
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            frame(bytes, echo.length, type, ACK, 0).write(echo);
            out.write(bytes.toByteArray());
        }
    }

    private static DataOutputStream frame(ByteArrayOutputStream to, int length, int type, int flags, int stream)
            throws IOException {
        DataOutputStream data = new DataOutputStream(to);
        data.writeByte(length >>> 16);
        data.writeShort(length);
        data.writeByte(type);
        data.writeByte(flags);
        data.writeInt(stream);
        return data;
    }

    /** In HPACK (RFC 7541): indexed where the static table has the pair, else literal and without Huffman coding. */
    private static byte[] headers(String path, String authority) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0x83); // :method POST
        bytes.write(0x86); // :scheme http
        bytes.write(4); // :path
        text(bytes, path);
        bytes.write(1); // :authority
        text(bytes, authority);
        bytes.write(0);
        text(bytes, "content-type");
        text(bytes, "application/grpc");
        bytes.write(0);
        text(bytes, "te");
        text(bytes, "trailers");
        return bytes.toByteArray();
    }

    private static void text(ByteArrayOutputStream to, String text) throws IOException {
        to.write(text.length());
        to.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
