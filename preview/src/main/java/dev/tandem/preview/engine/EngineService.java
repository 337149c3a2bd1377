package dev.tandem.preview.engine;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import pulumirpc.EngineGrpc.EngineImplBase;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;
import pulumirpc.EngineOuterClass.StartDebuggingRequest;

/** The engine service, of which programs and packs use the log. Thread-safe. */
final class EngineService extends EngineImplBase {

    private final EngineLog log;
    private volatile String root = "";

    EngineService(EngineLog log) {
        this.log = log;
    }

    @Override
    public void log(LogRequest request, StreamObserver<Empty> out) {
        if (request.getSeverity() != LogSeverity.DEBUG && !request.getEphemeral()) {
            log.add(new EngineLog.Entry(level(request.getSeverity()), request.getMessage(), request.getUrn()));
        }
        reply(out, Empty.getDefaultInstance());
    }

    private static EngineLog.Level level(LogSeverity severity) {
        return switch (severity) {
            case ERROR -> EngineLog.Level.ERROR;
            case WARNING -> EngineLog.Level.WARNING;
            default -> EngineLog.Level.INFO;
        };
    }

    @Override
    public void getRootResource(GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> out) {
        reply(out, GetRootResourceResponse.newBuilder().setUrn(root).build());
    }

    @Override
    public void setRootResource(SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> out) {
        root = request.getUrn();
        reply(out, SetRootResourceResponse.getDefaultInstance());
    }

    @Override
    public void startDebugging(StartDebuggingRequest request, StreamObserver<Empty> out) {
        reply(out, Empty.getDefaultInstance());
    }

    /** Any range is met: there is no CLI whose version could be too old. */
    @Override
    public void requirePulumiVersion(
            RequirePulumiVersionRequest request, StreamObserver<RequirePulumiVersionResponse> out) {
        reply(out, RequirePulumiVersionResponse.getDefaultInstance());
    }

    private static <T> void reply(StreamObserver<T> out, T message) {
        out.onNext(message);
        out.onCompleted();
    }
}
