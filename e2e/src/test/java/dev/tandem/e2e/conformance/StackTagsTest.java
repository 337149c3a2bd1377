package dev.tandem.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/** A local backend keeps no tags, so this scenario speaks to the pack as the engine would. */
class StackTagsTest {

    private static final int LIMIT_SECONDS = 120;

    private ServerSocket engine;
    private Process process;
    private ManagedChannel channel;

    @BeforeEach
    void startAsTheLanguageHostDoes() throws Exception {
        engine = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Path pack = SimpleProject.pack("stack-tags");
        process = new ProcessBuilder(
                        pack.resolveSibling("mvn-pack").toString(), "--no-transfer-progress", "compile", "exec:java",
                        "-f", pack.resolve("pom.xml").toString(), "-Dexec.args=127.0.0.1:" + engine.getLocalPort())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(port)).usePlaintext().build();
    }

    @AfterEach
    void stop() throws Exception {
        AnalyzerGrpc.newBlockingStub(channel).withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS).cancel(Empty.getDefaultInstance());
        channel.shutdownNow();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        engine.close();
    }

    private Stream<String> violations(Map<String, String> tags, boolean value) {
        AnalyzerGrpc.AnalyzerBlockingStub pack =
                AnalyzerGrpc.newBlockingStub(channel).withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS);
        pack.configureStack(AnalyzerStackConfigureRequest.newBuilder()
                .setStack("test").setProject("conformance").putAllTags(tags).build());
        return pack.analyze(AnalyzeRequest.newBuilder()
                        .setType("simple:index:Resource").setName("res")
                        .setUrn("urn:pulumi:test::conformance::simple:index:Resource::res")
                        .setProperties(Struct.newBuilder()
                                .putFields("value", Value.newBuilder().setBoolValue(value).build()))
                        .build())
                .getDiagnosticsList().stream()
                .map(AnalyzeDiagnostic::getMessage);
    }

    @Test
    void stackTags() {
        String description = "Verifies property equals the stack tag value\n";
        assertThat(violations(Map.of(), true)).containsExactly(description + "Stack tag 'value' is required");
        assertThat(violations(Map.of("value", "false"), true)).containsExactly(description + "Property was true");
        assertThat(violations(Map.of("value", "true"), true)).isEmpty();
    }
}
