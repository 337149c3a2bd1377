package dev.tandem.policy.pack;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pulumirpc.AnalyzerGrpc;

/** {@link ToyPack} in a virtual machine of its own, never waited for without a limit. */
final class ToyProcess implements AutoCloseable {

    static final int LIMIT_SECONDS = 120;

    final Process process;
    private final Path stderr;
    private final BufferedReader stdout;
    private ManagedChannel channel;
    private int port;

    ToyProcess(List<String> jvmArguments, String... arguments) throws IOException {
        this(java(jvmArguments, arguments));
    }

    /**
     * One that takes SIGINT. A shell makes the jobs that it starts in the background ignore it, tests among them, and every
     * child inherits that; nothing in Java can take it back, GNU env can.
     */
    static ToyProcess interruptible(String... arguments) throws IOException {
        ProcessBuilder command = java(List.of(), arguments);
        if (ignoresInterrupts()) {
            command.command().addAll(0, List.of("env", "--default-signal=INT"));
        }
        return new ToyProcess(command);
    }

    /** Of this process, from the mask of ignored signals that Linux shows; SIGINT is number 2. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:")).findFirst()
                .orElseThrow(() -> new IOException(status + " has no line SigIgn"));
        return (Long.parseUnsignedLong(mask.substring("SigIgn:".length()).strip(), 16) >> 1 & 1) == 1;
    }

    /** As another command starts it. */
    static ToyProcess of(ProcessBuilder command) throws IOException {
        return new ToyProcess(command);
    }

    private static ProcessBuilder java(List<String> jvmArguments, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path")));
        if (Runtime.version().feature() >= 24) {
            // As every start script does; otherwise protobuf and netty make the JVM print warnings.
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        command.addAll(jvmArguments);
        command.add(ToyPack.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private ToyProcess(ProcessBuilder command) throws IOException {
        stderr = Files.createTempFile("toy-pack", ".err");
        process = command.redirectError(stderr.toFile()).start();
        stdout = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The first line; null when the process ended without one. */
    String firstLine() throws IOException {
        return stdout.readLine();
    }

    List<String> otherLines() throws IOException {
        return stdout.lines().toList();
    }

    /** What the first line says. */
    int port() throws IOException {
        if (port == 0) {
            port = Integer.parseInt(firstLine());
        }
        return port;
    }

    AnalyzerGrpc.AnalyzerStub connect() throws IOException {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", port()).usePlaintext().build();
        return AnalyzerGrpc.newStub(channel).withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    AnalyzerGrpc.AnalyzerBlockingStub blocking() {
        return AnalyzerGrpc.newBlockingStub(channel).withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    int exitCode() throws InterruptedException, TimeoutException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("the pack still runs after " + LIMIT_SECONDS + " s");
        }
        return process.exitValue();
    }

    String stderr() throws IOException {
        return Files.readString(stderr);
    }

    @Override
    public void close() throws Exception {
        if (channel != null) {
            channel.shutdownNow();
        }
        process.destroyForcibly().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        Files.deleteIfExists(stderr);
    }
}
