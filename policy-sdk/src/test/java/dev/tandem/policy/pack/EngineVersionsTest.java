package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.rule.Rule;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/** The calls that engines of several ages make, in their order. */
class EngineVersionsTest {

    private static final String DOOR = "shop:index:Door";

    private static ServedPack pack(String... arguments) {
        return ServedPack.of(
                s -> Pack.named("p", "1.0.0")
                        .rule(Rule.resource("width").summary("Wide").check(c -> {
                            if (c.get("width").integerOr(0) < 80) {
                                c.violation("narrow");
                            }
                        }))
                        .build(),
                Map.of(),
                arguments);
    }

    /** 3.150: a readiness probe with an empty method name, no handshake, no stack, no cancel. */
    @Test
    void cli3150() throws Exception {
        try (ServedPack pack = pack()) {
            AnalyzerGrpc.AnalyzerBlockingStub client = pack.client();
            MethodDescriptor<Empty, Empty> probe = MethodDescriptor.<Empty, Empty>newBuilder()
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName("/")
                    .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                    .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                    .build();
            assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(
                            client.getChannel(), probe, CallOptions.DEFAULT, Empty.getDefaultInstance()))
                    .isInstanceOfSatisfying(StatusRuntimeException.class, e ->
                            assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
            assertThat(client.getPluginInfo(Empty.getDefaultInstance()).getVersion()).isEqualTo("1.0.0");
            assertThat(client.getAnalyzerInfo(Empty.getDefaultInstance()).getPoliciesCount()).isEqualTo(1);
            client.configure(ConfigureAnalyzerRequest.getDefaultInstance());
            assertThat(client.remediate(ServedPack.request(DOOR, Map.of("width", 70))))
                    .isEqualTo(RemediateResponse.getDefaultInstance());
            assertThat(pack.analyze(DOOR, Map.of("width", 70)).getDiagnosticsCount()).isEqualTo(1);
            assertThat(client.analyzeStack(AnalyzeStackRequest.getDefaultInstance()))
                    .isEqualTo(AnalyzeResponse.getDefaultInstance());
        }
    }

    /** Until 3.248 each type has an unknown placeholder of its own. */
    @Test
    void everyKindOfUnknownIsUnknown() throws Exception {
        try (ServedPack pack = pack()) {
            for (String unknown : List.of(
                    Unknowns.STRING,
                    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
                    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
                    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
                    "030794c1-ac77-496b-92df-f27374a8bd58",
                    "e48ece36-62e2-4504-bad9-02848725956a",
                    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff")) {
                assertThat(pack.analyze(DOOR, Map.of("width", unknown)).getNotApplicable(0).getReason())
                        .startsWith("undecided: width is not known");
            }
        }
    }

    /** 3.170: handshake with a root directory that does not exist, then the stack; no cancel at the end. */
    @Test
    void cli3170() throws Exception {
        try (ServedPack pack = pack()) {
            AnalyzerGrpc.AnalyzerBlockingStub client = pack.client();
            client.handshake(AnalyzerHandshakeRequest.newBuilder()
                    .setEngineAddress("127.0.0.1:1").setRootDirectory("nowhere/file").setProgramDirectory("nowhere/file").build());
            client.configureStack(AnalyzerStackConfigureRequest.newBuilder().setStack("dev").setProject("shop").build());
            client.getPluginInfo(Empty.getDefaultInstance());
            client.getAnalyzerInfo(Empty.getDefaultInstance());
            assertThat(pack.analyze(DOOR, Map.of("width", 90)).getDiagnosticsCount()).isZero();
        }
    }

    /** 3.250 and the newest: as {@code pulumi preview}, ending with Cancel. */
    @Test
    void newestPreview() throws Exception {
        try (ServedPack pack = pack()) {
            AnalyzerGrpc.AnalyzerBlockingStub client = pack.client();
            client.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
            client.configureStack(AnalyzerStackConfigureRequest.newBuilder()
                    .setStack("dev").setProject("shop").setDryRun(true).build());
            client.getPluginInfo(Empty.getDefaultInstance());
            client.getAnalyzerInfo(Empty.getDefaultInstance());
            client.configure(ConfigureAnalyzerRequest.getDefaultInstance());
            client.remediate(ServedPack.request(DOOR, Map.of("width", 70)));
            assertThat(pack.analyze(DOOR, Map.of("width", 70)).getDiagnosticsCount()).isEqualTo(1);
            client.analyzeStack(AnalyzeStackRequest.getDefaultInstance());
            client.cancel(Empty.getDefaultInstance());
            assertThat(pack.exit()).isZero();
        }
    }

    /** {@code policy publish}: neither stack nor configuration. */
    @Test
    void publish() throws Exception {
        try (ServedPack pack = pack("--logtostderr", "-v=9")) {
            pack.client().handshake(AnalyzerHandshakeRequest.getDefaultInstance());
            pack.client().getPluginInfo(Empty.getDefaultInstance());
            assertThat(pack.client().getAnalyzerInfo(Empty.getDefaultInstance()).getName()).isEqualTo("p");
            pack.client().cancel(Empty.getDefaultInstance());
            assertThat(pack.exit()).isZero();
        }
    }

    @Test
    void aSecondCancelIsNoError() throws Exception {
        try (ServedPack pack = pack()) {
            var first = pack.futures().cancel(Empty.getDefaultInstance());
            var second = pack.futures().cancel(Empty.getDefaultInstance());
            assertThat(first.get()).isEqualTo(Empty.getDefaultInstance());
            assertThat(second.get()).isEqualTo(Empty.getDefaultInstance());
            assertThat(pack.exit()).isZero();
        }
    }
}
