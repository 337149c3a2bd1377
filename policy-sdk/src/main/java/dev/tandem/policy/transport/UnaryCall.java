package dev.tandem.policy.transport;

import io.grpc.KnownLength;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A call that has arrived: one message in, one answer out. As gRPC promises, its listener hears one thing at a time, and
 * of the end whatever the end was; the answer may come from any thread.
 */
final class UnaryCall<Q, A> extends ServerCall<Q, A> implements Runnable {

    private static final int PREFIX = 5;

    private final Connection connection;
    private final Stream stream;
    private final ServerMethodDefinition<Q, A> method;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile Future<?> deadline;
    private byte[] message;

    /** What is told to the listener at the end; guarded by this, as is whether it hears something else now. */
    private boolean hearing = true;
    private boolean ended;
    private Listener<Q> listener;

    UnaryCall(Connection connection, Stream stream, ServerMethodDefinition<Q, A> method) {
        this.connection = connection;
        this.stream = stream;
        this.method = method;
    }

    void endsWith(Future<?> timer) {
        deadline = timer;
    }

    /** Reads the message and does the work. */
    @Override
    public void run() {
        try {
            Listener<Q> told = method.getServerCallHandler().startCall(this, new Metadata());
            synchronized (this) {
                listener = told;
            }
            if (!over.get()) {
                told.onMessage(getMethodDescriptor().parseRequest(stream.request));
                told.onHalfClose();
            }
        } catch (Throwable e) {
            close(Status.INTERNAL.withDescription("the call failed with " + e), new Metadata());
        } finally {
            synchronized (this) {
                hearing = false;
            }
            tellEnd();
        }
    }

    @Override
    public void request(int messages) {
        // There is one, and it is here.
    }

    @Override
    public void sendHeaders(Metadata headers) {
        // Go out with the answer.
    }

    @Override
    public void sendMessage(A answer) {
        try (InputStream in = getMethodDescriptor().streamResponse(answer)) {
            message = framed(in);
        } catch (IOException e) {
            throw new IllegalStateException("the answer cannot be encoded", e);
        }
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (over.compareAndSet(false, true)) {
            connection.answer(stream, status.isOk() ? message : null, status);
            end();
        }
    }

    /** The client is gone, or waits no longer; false when the answer was quicker. */
    boolean cancel() {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            cancelled = true;
            end();
        }
        return first;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public MethodDescriptor<Q, A> getMethodDescriptor() {
        return method.getMethodDescriptor();
    }

    private void end() {
        Future<?> timer = deadline;
        if (timer != null) {
            timer.cancel(false);
        }
        tellEnd();
    }

    /** Once, by whoever comes last: the end, or what the listener hears before it. */
    private void tellEnd() {
        synchronized (this) {
            if (hearing || ended || !over.get()) {
                return;
            }
            ended = true;
        }
        if (listener != null && cancelled) {
            listener.onCancel();
        } else if (listener != null) {
            listener.onComplete();
        }
    }

    private static byte[] framed(InputStream in) throws IOException {
        if (in instanceof KnownLength) {
            int length = in.available();
            byte[] out = new byte[PREFIX + length];
            if (in.readNBytes(out, PREFIX, length) != length) {
                throw new IOException("the answer is shorter than it said");
            }
            Frames.int32(length, out, 1);
            return out;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[PREFIX]);
        in.transferTo(out);
        byte[] bytes = out.toByteArray();
        Frames.int32(bytes.length - PREFIX, bytes, 1);
        return bytes;
    }
}
