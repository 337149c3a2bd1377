package dev.tandem.e2e.envoy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server on loopback that can be closed and opened again, as an outage is. Safe for use by several threads. */
public final class Passage implements AutoCloseable {

    private final URI target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;

    /** Open, on a port of its own. */
    public Passage(URI target) {
        this.target = target;
        this.server = listen(0);
        this.port = server.getLocalPort();
        begin(server);
    }

    /** Where it begins. */
    public URI entrance() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Refuses connections from now on, and ends those that there are. */
    @Override
    public void close() {
        end(server);
        open.forEach(Passage::end);
        open.clear();
    }

    /** Lets through again what {@link #close} kept out. */
    public void reopen() {
        server = listen(port);
        begin(server);
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    private void begin(ServerSocket own) {
        start(() -> {
            while (!own.isClosed()) {
                Socket near = own.accept();
                start(() -> pass(own, near));
            }
        });
    }

    private void pass(ServerSocket own, Socket near) throws IOException {
        keep(own, near);
        Socket far;
        try {
            far = new Socket(target.getHost(), target.getPort());
        } catch (IOException e) {
            end(near);
            throw e;
        }
        keep(own, far);
        start(() -> copy(near, far));
        copy(far, near);
    }

    /** What was let in while the way was being closed is ended like the others. */
    private void keep(ServerSocket own, Socket socket) {
        open.add(socket);
        if (own.isClosed()) {
            end(socket);
        }
    }

    private void copy(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } finally {
            open.remove(from);
            end(from);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException e) {
                return; // One of the two ends is gone: what an outage looks like.
            }
        }, "passage");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
