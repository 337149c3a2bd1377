package dev.tandem.policy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Message;
import dev.tandem.policy.replay.RecordedCall;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pulumirpc.AnalyzerGrpc;

/** A pack in a process of its own, started and asked as an engine did, without the engine. */
final class ReplayedPack implements AutoCloseable {

    private static final int LIMIT_SECONDS = 120;
    private final ServerSocket engine;
    private final Path stderr;
    private final Process process;
    private final ManagedChannel channel;

    ReplayedPack(RecordedEngine recorded) throws IOException {
        // An address that nobody listens at would look like an engine that is gone.
        engine = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        stderr = Files.createTempFile("replayed-pack", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Dtandem.pack.dir=/packs/" + recorded.pack(), "-cp", System.getProperty("java.class.path"), Packs.class.getName()));
        recorded.arguments().forEach(a -> command.add(a.equals("127.0.0.1:1") ? "127.0.0.1:" + engine.getLocalPort() : a));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(stderr.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PULUMI_"));
        builder.environment().putAll(recorded.environment());
        process = builder.start();
        BufferedReader stdout = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = stdout.readLine();
        if (port == null) {
            throw new AssertionError("the pack said no port: " + stderr());
        }
        channel = OkHttpChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(port)).usePlaintext().build();
    }

    /** What the pack answers now. */
    JsonNode ask(RecordedCall call) {
        return ask(call, AnalyzerGrpc.getServiceDescriptor().getMethods().stream()
                .filter(m -> call.call().equals(m.getBareMethodName()))
                .findFirst()
                .orElseThrow());
    }

    private <Q, A> JsonNode ask(RecordedCall call, MethodDescriptor<Q, A> method) {
        Message.Builder request = ((Message) ((MethodDescriptor.PrototypeMarshaller<Q>) method.getRequestMarshaller())
                .getMessagePrototype()).newBuilderForType();
        call.readRequest(request);
        @SuppressWarnings("unchecked")
        Q built = (Q) request.build();
        CallOptions limit = CallOptions.DEFAULT.withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS);
        return RecordedCall.json((Message) ClientCalls.blockingUnaryCall(channel, method, limit, built));
    }

    /** The exit code once the pack ended by itself. */
    int exit() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the pack still runs after " + LIMIT_SECONDS + " s");
        }
        return process.exitValue();
    }

    String stderr() throws IOException {
        return Files.readString(stderr);
    }

    @Override
    public void close() throws Exception {
        channel.shutdownNow();
        process.destroyForcibly().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        engine.close();
        Files.delete(stderr);
    }
}
