package dev.tandem.e2e.terraform;

import dev.tandem.preview.child.Activity;
import dev.tandem.preview.child.ChildProcess;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.unix.DomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A provider's process, and the channel to it. It shakes hands as HashiCorp's go-plugin does: a cookie in the
 * environment, then one line on stdout, {@code 1|5|unix|SOCKET|grpc|}. Works on Linux, whose sockets gRPC's Netty knows.
 */
final class PluginProcess implements AutoCloseable {

    /** Not a secret: it tells a provider that a program started it, not a person. */
    private static final Map<String, String> HANDSHAKE = Map.of(
            "TF_PLUGIN_MAGIC_COOKIE", "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
            "PLUGIN_PROTOCOL_VERSIONS", "5");

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int MAX_MESSAGE = 400 * 1024 * 1024;

    private final ChildProcess process;
    private final EventLoopGroup loops = new EpollEventLoopGroup(2);
    private final ManagedChannel channel;

    /**
     * Starts a provider.
     *
     * @param environment added to that of this process
     * @throws RuntimeException when it does not shake hands within a minute, with what it wrote
     */
    PluginProcess(Path binary, Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(HANDSHAKE);
        this.process = ChildProcess.start("the provider " + binary, List.of(binary.toString()), Path.of("").toAbsolutePath(), variables,
                new Activity());
        this.channel = NettyChannelBuilder.forAddress(new DomainSocketAddress(socket(process)))
                .eventLoopGroup(loops)
                .channelType(EpollDomainSocketChannel.class)
                .maxInboundMessageSize(MAX_MESSAGE)
                .usePlaintext()
                .build();
    }

    ManagedChannel channel() {
        return channel;
    }

    /** Kills the process; its resources live elsewhere. Again is no error. */
    @Override
    public void close() {
        channel.shutdownNow();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        process.close();
    }

    private static String socket(ChildProcess process) {
        String line = process.firstLine(START_LIMIT);
        String[] parts = line.split("\\|");
        if (parts.length < 5 || !parts[1].equals("5") || !parts[2].equals("unix") || !parts[4].equals("grpc")) {
            process.close();
            process.settle();
            throw new IllegalStateException("the provider said: " + line + ", expected 1|5|unix|SOCKET|grpc" + process.said());
        }
        return parts[3];
    }
}
