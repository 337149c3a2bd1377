package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.wire.Signatures;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** Requests that are large, deep, many or strange. */
class HostileInputTest {

    private static final String DOOR = "shop:index:Door";

    /** The call with bytes as they are. */
    private static final MethodDescriptor<byte[], AnalyzeResponse> RAW = MethodDescriptor.<byte[], AnalyzeResponse>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(AnalyzerGrpc.getAnalyzeMethod().getFullMethodName())
            .setRequestMarshaller(new MethodDescriptor.Marshaller<>() {
                @Override
                public InputStream stream(byte[] value) {
                    return ByteString.copyFrom(value).newInput();
                }

                @Override
                public byte[] parse(InputStream stream) {
                    throw new UnsupportedOperationException();
                }
            })
            .setResponseMarshaller(ProtoUtils.marshaller(AnalyzeResponse.getDefaultInstance()))
            .build();

    private static ServedPack pack() {
        return ServedPack.of(s -> Pack.named("p", "1.0.0")
                .rule(Rule.resource("shows").summary("Shows").check(c -> c.violation(c.get("x").toString())))
                .rule(Rule.resource("reads").summary("Reads").check(c -> c.violation("n = " + c.get("n").integerOr(0))))
                .rule(Rule.stack("counts").summary("Counts").checkStack(c -> c.violation("" + c.graph().all().size())))
                .build());
    }

    @Test
    void aValueThatIsAThousandObjectsDeepIsReadAndMore() throws Exception {
        for (int depth : List.of(1000, 3000)) {
            try (ServedPack pack = pack()) {
                AnalyzeResponse response = ClientCalls.blockingUnaryCall(
                        pack.client().getChannel(), RAW, CallOptions.DEFAULT, deepRequest(depth));
                assertThat(response.getDiagnostics(0).getMessage()).contains("x = {d: {d: {d:");
                assertThat(response.getDiagnosticsCount()).isEqualTo(2);
            }
        }
    }

    /** Made on a thread with room for it, since protobuf computes sizes recursively. */
    private static byte[] deepRequest(int depth) throws Exception {
        CompletableFuture<byte[]> bytes = new CompletableFuture<>();
        new Thread(null, () -> {
            Value value = Value.newBuilder().setStringValue("bottom").build();
            for (int i = 0; i < depth; i++) {
                value = Value.newBuilder().setStructValue(Struct.newBuilder().putFields("d", value)).build();
            }
            Struct properties = Struct.newBuilder().putFields("x", value).build();
            bytes.complete(ServedPack.request(DOOR, Map.of()).toBuilder().setProperties(properties).build().toByteArray());
        }, "deep", 256L * 1024 * 1024).start();
        return bytes.get(ServedPack.LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aWholeStackOfManyMebibytesArrivesInOneMessage() throws Exception {
        AnalyzeStackRequest.Builder request = AnalyzeStackRequest.newBuilder();
        for (int i = 0; i < 3000; i++) {
            request.addResources(AnalyzerResource.newBuilder()
                    .setUrn(ServedPack.urn(DOOR, "door" + i)).setType(DOOR)
                    .setProperties(ServedPack.struct(Map.of("x", "y".repeat(4000)))));
        }
        assertThat(request.build().getSerializedSize()).isGreaterThan(12_000_000);
        try (ServedPack pack = pack()) {
            assertThat(pack.client().analyzeStack(request.build()).getDiagnostics(0).getMessage()).isEqualTo("Counts\n3000");
        }
    }

    @Test
    void aStringOfAHundredMebibytesIsReadAndNotPrintedInFull() throws Exception {
        try (ServedPack pack = pack()) {
            AnalyzeResponse response = pack.analyze(DOOR, Map.of("x", "y".repeat(100 * 1024 * 1024)));
            assertThat(response.getSerializedSize()).isLessThan(2000);
        }
    }

    @Test
    void numbersThatAreNoneMakeTheRuleUndecided() throws Exception {
        for (double odd : List.of(Double.NaN, Double.POSITIVE_INFINITY, 1e300, 0.5)) {
            try (ServedPack pack = pack()) {
                Struct properties = Struct.newBuilder()
                        .putFields("n", Value.newBuilder().setNumberValue(odd).build()).build();
                AnalyzeResponse response = pack.client()
                        .analyze(ServedPack.request(DOOR, Map.of()).toBuilder().setProperties(properties).build());
                assertThat(response.getNotApplicable(0).getReason()).as("" + odd).contains("undecided: n is a number");
            }
        }
    }

    @Test
    void keysThatLookLikeSignaturesAreReadAsFarAsTheyMakeSense() throws Exception {
        try (ServedPack pack = pack()) {
            assertThat(pack.analyze(DOOR, Map.of("x", Map.of(Signatures.KEY, "who", "value", "v"))).getDiagnostics(0).getMessage())
                    .contains("x = {" + Signatures.KEY + ": \"who\", value: \"v\"}");
            assertThat(pack.analyze(DOOR, Map.of("x", Map.of(Signatures.KEY, 7))).getDiagnostics(0).getMessage())
                    .contains("x = {" + Signatures.KEY + ": 7}");
            assertThat(pack.analyze(DOOR, Map.of("x", Map.of(Signatures.KEY, Signatures.SECRET))).getDiagnostics(0).getMessage())
                    .contains("x = [secret]");
        }
    }

    @Test
    void aRequestWithoutAnythingIsAnswered() throws Exception {
        try (ServedPack pack = pack()) {
            assertThat(pack.client().analyze(AnalyzeRequest.getDefaultInstance()).getDiagnosticsCount()).isEqualTo(2);
            assertThat(pack.client().analyze(AnalyzeRequest.newBuilder().setUrn("urn:pulumi:x").build()).getDiagnosticsCount())
                    .isEqualTo(2);
        }
    }

    @Test
    void bytesThatAreNoMessageAreAnErrorAndTheServerLivesOn() throws Exception {
        try (ServedPack pack = pack()) {
            AnalyzerGrpc.AnalyzerBlockingStub client = pack.client();
            byte[] notUtf8 = {0x0a, 0x02, (byte) 0xc3, 0x28};
            byte[] cutOff = {0x0a, 0x7f, 0x01};
            for (byte[] bytes : List.of(notUtf8, cutOff)) {
                assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(client.getChannel(), RAW, CallOptions.DEFAULT, bytes))
                        .isInstanceOf(StatusRuntimeException.class)
                        .hasMessage("INVALID_ARGUMENT: policy pack: the request of pulumirpc.Analyzer/Analyze cannot be read,"
                                + " expected a protobuf message with texts in UTF-8");
            }
            assertThat(pack.analyze(DOOR, Map.of()).getDiagnosticsCount()).isEqualTo(2);
        }
    }

    @Test
    void callsInParallelDoNotShareState() throws Exception {
        try (ServedPack pack = pack()) {
            Map<Integer, Future<AnalyzeResponse>> running = new HashMap<>();
            for (int i = 0; i < 400; i++) {
                running.put(i, pack.futures().analyze(ServedPack.request(DOOR, Map.of("n", i, "x", "door" + i))));
            }
            List<String> wrong = new ArrayList<>();
            for (Map.Entry<Integer, Future<AnalyzeResponse>> entry : running.entrySet()) {
                String said = entry.getValue().get().getDiagnosticsList().toString();
                if (!said.contains("n = " + entry.getKey()) || !said.contains("door" + entry.getKey() + "\\\"")) {
                    wrong.add(said);
                }
            }
            assertThat(wrong).isEmpty();
        }
    }
}
