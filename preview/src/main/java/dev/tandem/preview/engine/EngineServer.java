package dev.tandem.preview.engine;

import dev.tandem.preview.child.Activity;
import dev.tandem.preview.project.Project;
import dev.tandem.preview.project.Stack;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A gRPC server on a free port of 127.0.0.1 that plays engine for one child process. Thread-safe. */
public final class EngineServer implements AutoCloseable {

    /** The engine's own limit: 400 MiB; gRPC's default of 4 MiB is too small for a large stack in one message. */
    public static final int MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

    private final Server server;

    private EngineServer(List<BindableService> services, Activity activity) {
        NettyServerBuilder builder = NettyServerBuilder
                .forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .directExecutor()
                .maxInboundMessageSize(MAX_MESSAGE_BYTES);
        services.forEach(s -> builder.addService(ServerInterceptors.intercept(s, new Listening(activity))));
        try {
            this.server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException("no port on 127.0.0.1 for the offline engine", e);
        }
    }

    /** Serves monitor and engine for a program; every request is a sign of life. */
    public static EngineServer forProgram(
            Project project, Stack stack, Deployment deployment, EngineLog log, Inspector inspector, Activity activity) {
        Invokes invokes = new Invokes(Fixtures.load(project.root(), stack.name()), stack);
        Registrar registrar = new Registrar(deployment, stack, inspector);
        return new EngineServer(
                List.of(new MonitorService(deployment, registrar, invokes, activity), new EngineService(log)), activity);
    }

    /** Serves only the engine's log, for a policy pack. */
    public static EngineServer forPack(EngineLog log, Activity activity) {
        return new EngineServer(List.of(new EngineService(log)), activity);
    }

    /** {@code 127.0.0.1:port}. */
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Listening(Activity activity) implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            activity.heard("request " + call.getMethodDescriptor().getBareMethodName());
            return next.startCall(call, headers);
        }
    }
}
