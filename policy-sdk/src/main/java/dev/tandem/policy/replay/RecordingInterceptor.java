package dev.tandem.policy.replay;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCall;
import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Shows every call of a server to a recording. */
public final class RecordingInterceptor implements ServerInterceptor {

    private final Recording recording;

    /** @param recording gets all calls */
    public RecordingInterceptor(Recording recording) {
        this.recording = recording;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Watched<Q, A> watched = new Watched<>(call);
        return new ForwardingServerCallListener.SimpleForwardingServerCallListener<>(next.startCall(watched, headers)) {
            @Override
            public void onMessage(Q message) {
                if (message != null) { // one that could not be read is refused behind us
                    watched.recorded = recording.begin(call.getMethodDescriptor().getBareMethodName(), (Message) message);
                }
                super.onMessage(message);
            }
        };
    }

    private static final class Watched<Q, A> extends ForwardingServerCall.SimpleForwardingServerCall<Q, A> {
        private volatile Recording.Call recorded;

        Watched(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void sendMessage(A message) {
            if (recorded != null) {
                recorded.answered((Message) message);
            }
            super.sendMessage(message);
        }

        /** Written before the engine hears the end: it may stop the pack at once. */
        @Override
        public void close(Status status, Metadata trailers) {
            if (recorded != null) {
                recorded.ended(status);
            }
            super.close(status, trailers);
        }
    }
}
