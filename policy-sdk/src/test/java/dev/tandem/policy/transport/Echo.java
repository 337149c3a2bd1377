package dev.tandem.policy.transport;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A server of one method that takes bytes and answers bytes, and a client of another making (Netty's). */
final class Echo implements AutoCloseable {

    static final int LIMIT_SECONDS = 120;
    static final int MAX_MESSAGE = 1024 * 1024;
    static final MethodDescriptor<byte[], byte[]> METHOD = MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("test.Echo/Say")
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    final UnaryServer server;
    private ManagedChannel channel;

    Echo(ServerCalls.UnaryMethod<byte[], byte[]> work) throws IOException {
        ServerServiceDefinition service =
                ServerServiceDefinition.builder("test.Echo").addMethod(METHOD, ServerCalls.asyncUnaryCall(work)).build();
        server = new UnaryServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), service, threads, MAX_MESSAGE)
                .start();
    }

    static Echo saying(java.util.function.UnaryOperator<byte[]> work) throws IOException {
        return new Echo((request, observer) -> answer(observer, work.apply(request)));
    }

    static void answer(StreamObserver<byte[]> observer, byte[] bytes) {
        observer.onNext(bytes);
        observer.onCompleted();
    }

    NettyChannelBuilder newChannel() {
        return NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().maxInboundMessageSize(Integer.MAX_VALUE);
    }

    synchronized ManagedChannel channel() {
        if (channel == null) {
            channel = newChannel().build();
        }
        return channel;
    }

    static byte[] say(ManagedChannel channel, byte[] bytes) {
        return ClientCalls.blockingUnaryCall(channel, METHOD, limited(), bytes);
    }

    static Future<byte[]> saying(ManagedChannel channel, byte[] bytes) {
        return ClientCalls.futureUnaryCall(channel.newCall(METHOD, limited()), bytes);
    }

    private static CallOptions limited() {
        return CallOptions.DEFAULT.withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (channel != null) {
            channel.shutdownNow();
        }
        server.shutdownNow();
        threads.shutdownNow();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
