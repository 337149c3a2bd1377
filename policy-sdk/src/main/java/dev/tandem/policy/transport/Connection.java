package dev.tandem.policy.transport;

import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One client. The thread that reads also does what the calls ask for, and writes the answers before it waits for more; it
 * is replaced while it is late with that ({@link Turn}), so that a call which takes long keeps nothing waiting.
 */
final class Connection {

    /** After one that was late, so many calls get threads of their own at once: the next ones will be no faster. */
    private static final int CALLS_AFTER_LATE = 16;

    private final Socket socket;
    private final ServerParts server;
    private final FrameInput in;
    private final Outbox out;
    private final Answers answers;
    private final Receiver receiver;
    private final Turn turn = new Turn();
    private final Map<Integer, Stream> open = new ConcurrentHashMap<>();
    /** Belongs to the reading thread. */
    private int apart;
    private volatile boolean goingAway;

    Connection(Socket socket, ServerParts server) throws IOException {
        this.socket = socket;
        this.server = server;
        this.in = new FrameInput(socket.getInputStream());
        this.out = new Outbox(socket.getOutputStream(), socket::shutdownOutput);
        this.answers = new Answers(out);
        this.receiver = new Receiver(this, in, out, answers, open, server.maxMessageBytes());
    }

    /** Serves the client; returns when it is gone or another thread reads on. */
    void begin() {
        server.watch().add(this);
        try {
            if (!in.readPreface()) {
                close();
                return;
            }
            receiver.greet();
        } catch (Throwable e) {
            close();
            return;
        }
        lead();
    }

    private void lead() {
        try {
            while (true) {
                if (in.isEmpty() && !busy(this::flush)) {
                    return;
                }
                if (!in.next()) {
                    break;
                }
                UnaryCall<?, ?> call = receiver.take();
                if (call != null && !judge(call)) {
                    return;
                }
            }
        } catch (BrokenConnectionException e) {
            out.frame(Frames.GO_AWAY, 0, 0, receiver.lastAnd(e.code));
            flush();
        } catch (Throwable e) {
            // The client is gone, or there is no memory to serve it: it hears the end of the connection.
        }
        close();
    }

    private boolean judge(UnaryCall<?, ?> call) {
        if (apart > 0) {
            apart--;
            server.threads().execute(call);
            return true;
        }
        return busy(call);
    }

    /** Does something that may take long; false when another thread reads meanwhile. */
    private boolean busy(Runnable task) {
        turn.begin();
        server.watch().look();
        task.run();
        if (turn.end()) {
            return true;
        }
        flush();
        return false;
    }

    boolean isBusy() {
        return turn.isBusy();
    }

    /** Has another thread read when the one whose turn it is does something else for too long. */
    void replaceIfLate(long limitNanos) {
        long offer = turn.offer(limitNanos);
        if (offer != 0) {
            try {
                server.threads().execute(() -> {
                    if (turn.take(offer)) {
                        apart = CALLS_AFTER_LATE;
                        flush();
                        lead();
                    }
                });
            } catch (Throwable e) {
                turn.withdraw(offer); // no memory for a thread: it is tried again
            }
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            disconnect();
        }
    }

    ServerMethodDefinition<?, ?> method(String name) {
        return server.methods().get(name);
    }

    boolean isGoingAway() {
        return goingAway;
    }

    /** From any thread. A message of null: there is none, only the status. */
    void answer(Stream stream, byte[] message, Status status) {
        if (message == null) {
            Status told = status.isOk() ? Status.INTERNAL.withDescription("the call was answered without a message") : status;
            answers.sendOnly(stream, AnswerHeaders.only(told));
            forget(stream);
        } else {
            stream.done = () -> done(stream);
            answers.send(stream, message, AnswerHeaders.afterMessage(status));
        }
        // The reading thread writes before it waits; any other one does it here.
        if (!turn.isMine()) {
            flush();
        }
    }

    void limit(Stream stream, UnaryCall<?, ?> call, OptionalLong nanos) {
        if (nanos.isPresent()) {
            call.endsWith(Deadlines.after(nanos.getAsLong(), () -> {
                if (call.cancel()) {
                    reset(stream, Frames.CANCEL);
                    flush();
                }
            }));
        }
    }

    /** Ends a stream before its time. */
    void reset(Stream stream, int code) {
        out.frame(Frames.RST_STREAM, 0, stream.id, Frames.int32(code));
        forget(stream);
    }

    /** Nothing more is sent on a stream. */
    void forget(Stream stream) {
        answers.forget(stream);
        done(stream);
    }

    private void done(Stream stream) {
        open.remove(stream.id);
        if (goingAway) {
            endIfIdle();
        }
    }

    /** Takes no more calls, and ends when those that run were answered. */
    void goAway() {
        goingAway = true;
        out.frame(Frames.GO_AWAY, 0, 0, receiver.lastAnd(Frames.NO_ERROR));
        endIfIdle();
        flush();
    }

    private void endIfIdle() {
        if (open.isEmpty()) {
            out.end();
        }
    }

    /** The reading thread notices, and closes. */
    void disconnect() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
    }

    private void close() {
        disconnect();
        server.watch().remove(this);
        server.ended().accept(this);
        open.values().forEach(stream -> {
            if (stream.call != null) {
                stream.call.cancel();
            }
        });
        open.clear();
    }
}
