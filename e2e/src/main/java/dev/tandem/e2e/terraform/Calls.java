package dev.tandem.e2e.terraform;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.util.concurrent.TimeUnit;

/** Calls of the service {@code tfplugin5.Provider}: one message there, one back. Thread-safe. */
final class Calls {

    /** Longer than any wait that the bridge asks the provider for. */
    private static final long LIMIT_SECONDS = 300;

    private static final String SERVICE = "tfplugin5.Provider";

    private final Channel channel;

    Calls(Channel channel) {
        this.channel = channel;
    }

    /**
     * Makes a call.
     *
     * @param shape any message of the answer's type
     * @throws io.grpc.StatusRuntimeException when the provider does not answer within five minutes, or is gone
     */
    <A extends Message> A call(String method, A shape, Message request) {
        MethodDescriptor<Message, A> descriptor = MethodDescriptor.<Message, A>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, method))
                .setRequestMarshaller(ProtoUtils.marshaller(request.getDefaultInstanceForType()))
                .setResponseMarshaller(ProtoUtils.marshaller(shape))
                .build();
        return ClientCalls.blockingUnaryCall(channel, descriptor,
                CallOptions.DEFAULT.withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS), request);
    }
}
