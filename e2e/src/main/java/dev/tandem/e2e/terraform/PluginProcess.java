package dev.tandem.e2e.terraform;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.unix.DomainSocketAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A provider's process, and the channel to it. It shakes hands as HashiCorp's go-plugin does: a cookie in the
 * environment, then one line on stdout, {@code 1|5|unix|SOCKET|grpc|}. Works on Linux, whose sockets gRPC's Netty knows.
 */
final class PluginProcess implements AutoCloseable {

    /** Not a secret: it tells a provider that a program started it, not a person. */
    private static final Map<String, String> HANDSHAKE = Map.of(
            "TF_PLUGIN_MAGIC_COOKIE", "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
            "PLUGIN_PROTOCOL_VERSIONS", "5");

    private static final int START_SECONDS = 60;
    private static final int MAX_MESSAGE = 400 * 1024 * 1024;

    private final Process process;
    private final Thread hook;
    private final EventLoopGroup loops = new EpollEventLoopGroup(2);
    private ManagedChannel channel;

    /**
     * Starts a provider.
     *
     * @param environment added to that of this process
     * @param log what the provider writes on stderr
     * @throws IllegalStateException when it does not shake hands within a minute, with what it wrote
     */
    PluginProcess(Path binary, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(binary.toString()).redirectError(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(HANDSHAKE);
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the provider " + binary + " cannot be started: " + e.getMessage(), e);
        }
        this.hook = new Thread(process::destroyForcibly, "stop the provider");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            this.channel = NettyChannelBuilder.forAddress(new DomainSocketAddress(socket(binary, log)))
                    .eventLoopGroup(loops)
                    .channelType(EpollDomainSocketChannel.class)
                    .maxInboundMessageSize(MAX_MESSAGE)
                    .usePlaintext()
                    .build();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    ManagedChannel channel() {
        return channel;
    }

    /** Kills the process; its resources live elsewhere. Again is no error. */
    @Override
    public void close() {
        if (channel != null) {
            channel.shutdownNow();
        }
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        process.destroyForcibly();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // Shutting down: the hook does the same.
        }
    }

    private String socket(Path binary, Path log) {
        BufferedReader out = process.inputReader();
        String line = null;
        try {
            line = CompletableFuture.supplyAsync(() -> firstLine(out)).get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            line = "nothing after " + START_SECONDS + " s (" + e + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String[] parts = String.valueOf(line).split("\\|");
        if (parts.length < 5 || !parts[1].equals("5") || !parts[2].equals("unix") || !parts[4].equals("grpc")) {
            throw new IllegalStateException("the provider " + binary + " said: " + line
                    + ", expected 1|5|unix|SOCKET|grpc; on stderr: " + written(log));
        }
        return parts[3];
    }

    private static String firstLine(BufferedReader out) {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
