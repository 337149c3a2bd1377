package dev.tandem.policy.pack;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.wire.StructEncoder;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;

/** A pack served by the real process code over real gRPC, with its streams and exit code caught. */
final class ServedPack implements AutoCloseable {

    static final int LIMIT_SECONDS = 120;

    final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private ManagedChannel channel;

    static ServedPack of(PackFactory factory) {
        return of(factory, Map.of());
    }

    static ServedPack of(PackFactory factory, Map<String, String> environment, String... args) {
        ServedPack served = new ServedPack();
        ByteArrayOutputStream stdout = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                served.port.complete(Integer.parseInt(toString(StandardCharsets.US_ASCII).trim()));
            }
        };
        PackProcess process = new PackProcess(
                stdout, new PrintStream(served.stderr, true, StandardCharsets.UTF_8), environment, served::exited);
        Thread thread = new Thread(() -> process.run(args, factory), "served-pack");
        thread.setDaemon(true);
        thread.start();
        return served;
    }

    private void exited(int code) {
        exitCode.complete(code);
        port.completeExceptionally(new IllegalStateException("the pack ended with " + code + ": " + stderr()));
    }

    AnalyzerGrpc.AnalyzerBlockingStub client() throws Exception {
        return AnalyzerGrpc.newBlockingStub(channel()).withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    AnalyzerGrpc.AnalyzerFutureStub futures() throws Exception {
        return AnalyzerGrpc.newFutureStub(channel()).withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    int port() throws Exception {
        return port.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized ManagedChannel channel() throws Exception {
        if (channel == null) {
            channel = NettyChannelBuilder.forAddress("127.0.0.1", port.get(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .usePlaintext()
                    .maxInboundMessageSize(AnalyzerServer.MAX_MESSAGE_BYTES)
                    .build();
        }
        return channel;
    }

    AnalyzeResponse analyze(String type, Map<String, ?> properties) throws Exception {
        return client().analyze(request(type, properties));
    }

    static AnalyzeRequest request(String type, Map<String, ?> properties) {
        return AnalyzeRequest.newBuilder()
                .setType(type)
                .setName("it")
                .setUrn(urn(type, "it"))
                .setProperties(struct(properties))
                .build();
    }

    static Struct struct(Map<String, ?> properties) {
        return StructEncoder.encode(Values.fields(properties));
    }

    static String urn(String type, String name) {
        return "urn:pulumi:dev::shop::" + type + "::" + name;
    }

    int exit() throws Exception {
        return exitCode.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    String stderr() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        if (channel != null) {
            if (!exitCode.isDone()) {
                client().cancel(Empty.getDefaultInstance());
            }
            channel.shutdownNow();
            exit();
        }
    }
}
