package dev.tandem.preview.engine;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * gRPC on 127.0.0.1 for short runs: plain NIO, since loading the native transport costs more than it gives, and two
 * daemon threads for everything.
 */
public final class Loopback {

    /** The engine's own limit: 400 MiB; gRPC's default of 4 MiB is too small for a large stack in one message. */
    private static final int MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

    /** More than any request in flight: with a fixed window nobody measures the bandwidth of the loopback with pings. */
    private static final int WINDOW_BYTES = 4 * 1024 * 1024;

    private static final EventLoopGroup LOOPS = new NioEventLoopGroup(2, new DefaultThreadFactory("grpc", true));

    private Loopback() {}

    /** A server on a port that is open already; requests are served by the threads that read them. */
    static NettyServerBuilder server(Port port) {
        return NettyServerBuilder.forAddress(port.socketAddress())
                .channelFactory(() -> new OpenSocket(port))
                .bossEventLoopGroup(LOOPS)
                .workerEventLoopGroup(LOOPS)
                .directExecutor()
                .flowControlWindow(WINDOW_BYTES)
                .maxInboundMessageSize(MAX_MESSAGE_BYTES);
    }

    /** A connection to a child process; not open yet. */
    public static ManagedChannel channel(int port) {
        return NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .channelType(NioSocketChannel.class)
                .eventLoopGroup(LOOPS)
                .usePlaintext()
                .flowControlWindow(WINDOW_BYTES)
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .build();
    }

    /** Adopts a socket that listens already instead of binding one. */
    private static final class OpenSocket extends NioServerSocketChannel {

        OpenSocket(Port port) {
            super(port.channel());
        }

        @Override
        protected void doBind(SocketAddress localAddress) {
            // It is bound.
        }
    }
}
