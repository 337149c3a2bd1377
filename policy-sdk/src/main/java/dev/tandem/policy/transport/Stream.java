package dev.tandem.policy.transport;

import io.grpc.Status;

/** One call's part of a connection. Each field belongs to one side: who reads the connection, or the {@link Answers}. */
final class Stream {

    final int id;

    /** Receiving. */
    final MessageBytes request = new MessageBytes();
    int unacknowledged;
    boolean complete;
    UnaryCall<?, ?> call;
    /** Why it is not served; the rest of its request is read over. */
    Status refusal;

    /** Sending; guarded by the answers. */
    byte[] message = {};
    byte[] trailers = {};
    int sent;
    long window;
    boolean forgotten;
    Runnable done = () -> { };

    Stream(int id) {
        this.id = id;
    }
}
