package dev.tandem.policy.pack;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.io.InputStream;

/**
 * Reads requests, those that cannot be read as null. Left alone, the server would answer these with "application error",
 * which tells an engine's user nothing.
 */
final class ReadableRequests<Q> implements MethodDescriptor.Marshaller<Q> {

    private final MethodDescriptor.Marshaller<Q> marshaller;

    ReadableRequests(MethodDescriptor.Marshaller<Q> marshaller) {
        this.marshaller = marshaller;
    }

    @Override
    public InputStream stream(Q value) {
        return marshaller.stream(value);
    }

    @Override
    public Q parse(InputStream stream) {
        try {
            return marshaller.parse(stream);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** The same handler, told only of requests that could be read. */
    static <Q, A> ServerCallHandler<Q, A> only(ServerCallHandler<Q, A> handler, String call) {
        return (server, headers) -> new SimpleForwardingServerCallListener<>(handler.startCall(server, headers)) {
            private boolean refused;

            @Override
            public void onMessage(Q request) {
                refused = request == null;
                if (refused) {
                    server.close(
                            Status.INVALID_ARGUMENT.withDescription("policy pack: the request of " + call
                                    + " cannot be read, expected a protobuf message with texts in UTF-8"),
                            new Metadata());
                } else {
                    super.onMessage(request);
                }
            }

            @Override
            public void onHalfClose() {
                if (!refused) {
                    super.onHalfClose();
                }
            }
        };
    }
}
