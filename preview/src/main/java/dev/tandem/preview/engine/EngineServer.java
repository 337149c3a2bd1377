package dev.tandem.preview.engine;

import dev.tandem.preview.child.Activity;
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
import java.util.concurrent.TimeUnit;

/**
 * Plays engine for one child process: the address is there at once, the server when {@link #start} has been called.
 * Thread-safe.
 */
public final class EngineServer implements AutoCloseable {

    private final Port port = Port.open();
    private final Activity activity;
    private Server server;

    /** @param activity told of every request */
    public EngineServer(Activity activity) {
        this.activity = activity;
    }

    /** {@code 127.0.0.1:port}. */
    public String address() {
        return port.toString();
    }

    /** Serves only the engine's log, for a policy pack. */
    public void start(EngineLog log) {
        serve(new EngineService(log));
    }

    /** Serves monitor and engine, for a program. */
    void start(EngineLog log, BindableService monitor) {
        serve(monitor, new EngineService(log));
    }

    private synchronized void serve(BindableService... services) {
        NettyServerBuilder builder = Loopback.server(port);
        for (BindableService service : services) {
            builder.addService(ServerInterceptors.intercept(service, new Listening(activity)));
        }
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException("the offline engine cannot listen on " + port, e);
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.shutdownNow();
            try {
                server.awaitTermination(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        port.close();
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
