package dev.tandem.policy.transport;

import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A gRPC server without TLS for calls of one message and one answer. It knows deadlines, cancellation, flow control and
 * any number of connections; not compression, streams of messages, or metadata. A call is handled by the thread that read
 * it, and may take as long as it likes: then another thread reads on. Thread-safe.
 */
public final class UnaryServer extends Server {

    private static final int BACKLOG = 128;
    private static final long PAUSE_MILLIS = 10;

    private final InetSocketAddress address;
    private final ServerParts parts;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket socket;
    private volatile boolean shutdown;

    /**
     * @param address to listen at; port 0 for any that is free
     * @param service with unary methods
     * @param threads of which each call may keep one for as long as it takes
     * @param maxMessageBytes of a request
     */
    public UnaryServer(InetSocketAddress address, ServerServiceDefinition service, Executor threads, int maxMessageBytes) {
        this.address = address;
        Map<String, ServerMethodDefinition<?, ?>> methods = new ConcurrentHashMap<>();
        service.getMethods().forEach(m -> methods.put(m.getMethodDescriptor().getFullMethodName(), m));
        this.parts = new ServerParts(methods, threads, new TurnWatch(), this::ended, maxMessageBytes);
    }

    @Override
    public UnaryServer start() throws IOException {
        ServerSocket listening = new ServerSocket();
        try {
            listening.bind(address, BACKLOG);
        } catch (IOException e) {
            listening.close();
            throw e;
        }
        socket = listening;
        Thread thread = new Thread(() -> accept(listening), "accept");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void accept(ServerSocket listening) {
        while (!shutdown) {
            try {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                Connection connection = new Connection(client, parts);
                connections.add(connection);
                parts.threads().execute(connection::begin);
                if (shutdown) {
                    connection.goAway();
                }
            } catch (IOException | OutOfMemoryError e) {
                pause(); // too many open files, say; or closed
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(Connection connection) {
        connections.remove(connection);
        synchronized (this) {
            notifyAll();
        }
    }

    @Override
    public int getPort() {
        return socket.getLocalPort();
    }

    @Override
    public UnaryServer shutdown() {
        shutdown = true;
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
        connections.forEach(Connection::goAway);
        return this;
    }

    @Override
    public UnaryServer shutdownNow() {
        shutdown();
        connections.forEach(Connection::disconnect);
        return this;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown && connections.isEmpty();
    }

    @Override
    public synchronized boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        for (long left = unit.toNanos(timeout); !isTerminated() && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return isTerminated();
    }

    @Override
    public synchronized void awaitTermination() throws InterruptedException {
        while (!isTerminated()) {
            wait();
        }
    }
}
