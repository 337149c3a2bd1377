package dev.tandem.policy.pack;

import com.google.protobuf.Empty;
import dev.tandem.policy.model.Resource;
import io.grpc.stub.StreamObserver;
import java.io.InputStream;
import java.util.function.Supplier;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/**
 * The nine calls of the analyzer protocol, in whatever order they come and in parallel. None needs another one to
 * have come first, because engines differ in what they send.
 */
final class AnalyzerService implements AnalyzerGrpc.AsyncService {

    private final PackState state;
    private final RunningCalls calls;
    private final Runnable onCancel;

    AnalyzerService(PackState state, Runnable onCancel, Runnable onOutOfMemory) {
        this.state = state;
        this.calls = new RunningCalls(state::redact, onOutOfMemory);
        this.onCancel = onCancel;
    }

    @Override
    public void handshake(AnalyzerHandshakeRequest request, StreamObserver<AnalyzerHandshakeResponse> observer) {
        calls.run(observer, about("Handshake"), AnalyzerHandshakeResponse::getDefaultInstance);
    }

    @Override
    public void configureStack(
            AnalyzerStackConfigureRequest request, StreamObserver<AnalyzerStackConfigureResponse> observer) {
        calls.run(observer, about("ConfigureStack"), () -> {
            state.stack(StackInfos.of(request));
            return AnalyzerStackConfigureResponse.getDefaultInstance();
        });
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        calls.run(observer, about("GetPluginInfo"), () -> PluginInfo.newBuilder()
                .setVersion(state.session().pack().version())
                .build());
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> observer) {
        calls.run(observer, about("GetAnalyzerInfo"), () -> InfoMessages.of(state.session()));
    }

    @Override
    public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> observer) {
        calls.run(observer, about("Configure"), () -> {
            state.configure(request.getPolicyConfigMap());
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> observer) {
        calls.start(
                observer, about("Remediate ", request.getUrn()), answer -> Remediations.remediate(state.session(), request, answer));
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> observer) {
        calls.start(observer, about("Analyze ", request.getUrn()), answer -> Analyses.resource(state.session(), request, answer));
    }

    /** As {@link #analyze}, for a request that was decoded while it was read. */
    void analyze(Resource resource, StreamObserver<AnalyzeResponse> observer) {
        calls.start(observer, about("Analyze ", resource.urn()), answer -> Analyses.resource(state.session(), resource, answer));
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> observer) {
        calls.start(observer, about("AnalyzeStack"), answer -> Analyses.stack(state.session(), request, answer));
    }

    /** As {@link #analyzeStack}, for a request that nobody has read yet. */
    void analyzeStackUnread(InputStream request, StreamObserver<AnalyzeResponse> observer) {
        calls.start(observer, about("AnalyzeStack"), answer ->
                Analyses.stack(state.session(), () -> StackRequests.read(request), answer));
    }

    /** Answers first, then stops everything; the engine may call it twice, and while other calls run. */
    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        observer.onNext(Empty.getDefaultInstance());
        observer.onCompleted();
        calls.cancel();
        onCancel.run();
    }

    private Supplier<String> about(String call) {
        return about(call, "");
    }

    private Supplier<String> about(String call, String urn) {
        return () -> "policy pack " + state.name() + ", " + call + urn;
    }
}
