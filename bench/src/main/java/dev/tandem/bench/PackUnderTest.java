package dev.tandem.bench;

import com.google.protobuf.Empty;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;

/** A pack as a process of its own, started as the engine starts it. */
final class PackUnderTest implements AutoCloseable {

    private static final int MAX_MESSAGE = 400 << 20;
    private final Process process;
    private final ManagedChannel channel;
    final int port;
    final long startNanos;

    PackUnderTest(List<String> command, Map<String, String> environment, File directory) throws IOException {
        long begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        process = builder.start();
        String line = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
        if (line == null) {
            throw new IOException("no port line from " + command);
        }
        port = Integer.parseInt(line.trim());
        channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext().maxInboundMessageSize(MAX_MESSAGE).build();
        try {
            blocking().handshake(AnalyzerHandshakeRequest.newBuilder().setEngineAddress("").build());
        } catch (io.grpc.StatusRuntimeException e) {
            if (e.getStatus().getCode() != io.grpc.Status.Code.UNIMPLEMENTED) {
                throw e;
            }
        }
        startNanos = System.nanoTime() - begin;
    }

    AnalyzerGrpc.AnalyzerBlockingStub blocking() {
        return AnalyzerGrpc.newBlockingStub(channel).withWaitForReady().withDeadlineAfter(300, TimeUnit.SECONDS);
    }

    /** The largest resident set of the process so far, MiB, as the kernel counted it (Linux only). */
    double peakMib() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }

    /** What the process has used of all processors so far, seconds; NaN where nobody counts it. */
    double processorSeconds() {
        return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(Double.NaN);
    }

    @Override
    public void close() throws InterruptedException {
        try {
            blocking().cancel(Empty.getDefaultInstance());
        } catch (io.grpc.StatusRuntimeException e) {
            // A pack that ends before it has answered has done what it was asked to.
        }
        channel.shutdownNow();
        if (!process.waitFor(3, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }
}
