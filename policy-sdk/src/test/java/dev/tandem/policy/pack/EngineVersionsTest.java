package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.wire.TypedConfig;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/**
 * What engines of one age do and others do not, and a recording does not hold; whole runs of four engines, recorded, are
 * replayed by {@code RecordedEnginesTest} in policy-conformance.
 */
class EngineVersionsTest {

    private static final String DOOR = "shop:index:Door";
    private final List<StackInfo> told = new CopyOnWriteArrayList<>();

    private Pack pack(StackInfo stack) {
        told.add(stack);
        return Pack.named("p", "1.0.0")
                .rule(Rule.resource("narrow").on(DOOR).summary("Wide").check(c -> {
                    if (c.get("width").integerOr(0) < 80) {
                        c.violation("narrow");
                    }
                }))
                .build();
    }

    /** Until 3.248 each type has an unknown placeholder of its own. */
    @Test
    void everyKindOfUnknownIsUnknown() throws Exception {
        try (ServedPack pack = ServedPack.of(this::pack)) {
            for (String unknown : List.of(
                    Unknowns.STRING,
                    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
                    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
                    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
                    "030794c1-ac77-496b-92df-f27374a8bd58",
                    "e48ece36-62e2-4504-bad9-02848725956a",
                    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff")) {
                assertThat(pack.analyze(DOOR, Map.of("width", unknown)).getNotApplicable(0).getReason())
                        .isEqualTo("undecided: width is not known before the deployment");
            }
        }
    }

    /** Configuration of 3.170 is typed; rules read it as they do that of other engines. */
    @Test
    void typedConfigurationReadsAsText() throws Exception {
        AnalyzerStackConfigureRequest.Builder request = AnalyzerStackConfigureRequest.newBuilder().setProject("shop").setStack("dev");
        TypedConfig.put(ServedPack.struct(Map.of(
                "shop:region", "eu", "shop:sizes", List.of(1, 2), "shop:token", Values.secret("hunter23"))), request);
        try (ServedPack pack = ServedPack.of(this::pack)) {
            pack.client().configureStack(request.build());
            StackInfo last = told.get(told.size() - 1);
            assertThat(last.config("region")).contains("eu");
            assertThat(last.config("sizes")).contains("[1,2]");
            assertThat(last.secretKeys()).containsExactly("shop:token");
            assertThat(last.secrets()).contains("hunter23");
            assertThat(last.dryRun()).isEmpty();
        }
    }

    /** Engines before the handshake call a method without a name, and are content with any status but UNAVAILABLE. */
    @Test
    void theProbeOfOldEnginesIsRefused() throws Exception {
        MethodDescriptor<Empty, Empty> nameless = MethodDescriptor.<Empty, Empty>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("/")
                .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                .build();
        try (ServedPack pack = ServedPack.of(this::pack)) {
            Channel channel = pack.client().getChannel();
            assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(channel, nameless, CallOptions.DEFAULT, Empty.getDefaultInstance()))
                    .isInstanceOfSatisfying(StatusRuntimeException.class,
                            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
        }
    }

    @Test
    void aSecondCancelIsNoError() throws Exception {
        try (ServedPack pack = ServedPack.of(this::pack)) {
            var first = pack.futures().cancel(Empty.getDefaultInstance());
            var second = pack.futures().cancel(Empty.getDefaultInstance());
            assertThat(first.get()).isEqualTo(Empty.getDefaultInstance());
            assertThat(second.get()).isEqualTo(Empty.getDefaultInstance());
            assertThat(pack.exit()).isZero();
        }
    }
}
