package dev.tandem.preview.it.packs;

import com.google.protobuf.Empty;
import com.google.protobuf.Value;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import pulumirpc.AnalyzerGrpc.AnalyzerImplBase;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicyType;
import pulumirpc.Plugin.PluginInfo;

/**
 * A pack of another SDK, without Handshake, ConfigureStack, Configure and Cancel: {@code leak} repeats a property in
 * its message, {@code error} answers Analyze with an error, {@code die} ends during it.
 */
public final class RawPack extends AnalyzerImplBase {

    private final String mode;

    private RawPack(String mode) {
        this.mode = mode;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new RawPack(args[0]))
                .build()
                .start();
        System.out.println(server.getPort());
        new CountDownLatch(1).await();
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> out) {
        reply(out, PluginInfo.newBuilder().setVersion("1.0.0").build());
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> out) {
        reply(out, AnalyzerInfo.newBuilder().setName("raw").setVersion("1.0.0").addPolicies(PolicyInfo.newBuilder()
                .setName("no-passwords").setDescription("No passwords.").setEnforcementLevel(EnforcementLevel.MANDATORY)
                .setRemediationSteps("remove it").setPolicyType(PolicyType.POLICY_TYPE_RESOURCE)).build());
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> out) {
        switch (mode) {
            case "error" -> out.onError(Status.INTERNAL.withDescription("boom in no-passwords").asRuntimeException());
            case "die" -> {
                System.err.println("the pack runs out of luck");
                Runtime.getRuntime().halt(7);
            }
            default -> reply(out, judge(request));
        }
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> out) {
        reply(out, AnalyzeResponse.getDefaultInstance());
    }

    private static AnalyzeResponse judge(AnalyzeRequest request) {
        Value password = request.getProperties().getFieldsMap().get("password");
        if (password == null) {
            return AnalyzeResponse.getDefaultInstance();
        }
        String plain = password.getStructValue().getFieldsOrThrow("value").getStringValue();
        return AnalyzeResponse.newBuilder().addDiagnostics(AnalyzeDiagnostic.newBuilder()
                .setPolicyName("no-passwords").setEnforcementLevel(EnforcementLevel.MANDATORY)
                .setMessage("No passwords.\nthe password is " + plain)).build();
    }

    private static <T> void reply(StreamObserver<T> out, T message) {
        out.onNext(message);
        out.onCompleted();
    }
}
