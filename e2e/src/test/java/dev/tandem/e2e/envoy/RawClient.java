package dev.tandem.e2e.envoy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** HTTP/1.1 over one connection, kept open: the least that a client can be, so that what is measured is the mesh. For one thread. */
public final class RawClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Target target;
    private Socket socket;
    private InputStream in;
    private boolean closeAfter;

    /**
     * What is asked for.
     *
     * @param address whom it connects to
     * @param host    the Host header: the service that is meant
     * @param headers further headers
     */
    public record Target(URI address, String host, Map<String, String> headers) {

        /** Without further headers. */
        public static Target of(URI address, String host) {
            return new Target(address, host, Map.of());
        }

        /** With one header more. */
        public Target with(String name, String value) {
            Map<String, String> more = new java.util.TreeMap<>(headers);
            more.put(name, value);
            return new Target(address, host, more);
        }

        byte[] request() {
            StringBuilder text = new StringBuilder("GET ").append(address.getPath().isEmpty() ? "/" : address.getPath())
                    .append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
            headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
            return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** A client that connects when it first asks. */
    public RawClient(Target target) {
        this.target = target;
    }

    /**
     * Asks once.
     *
     * @param due when the request was due, {@link System#nanoTime()}
     */
    public Load.Answer get(long due) {
        try {
            if (socket == null) {
                socket = new Socket();
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                socket.connect(new InetSocketAddress(target.address().getHost(), target.address().getPort()), TIMEOUT_MILLIS);
                in = new BufferedInputStream(socket.getInputStream(), 4_096);
                closeAfter = false;
            }
            socket.getOutputStream().write(target.request());
            Load.Answer answer = read(due);
            if (closeAfter) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            return new Load.Answer(0, "", System.nanoTime() - due);
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            socket = null;
        }
    }

    private Load.Answer read(long due) throws IOException {
        String status = line();
        if (status.length() < 12) {
            throw new IOException("no status line: '" + status + "'");
        }
        int length = 0;
        String by = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length: ")) {
                length = Integer.parseInt(lower.substring(16).strip());
            } else if (lower.startsWith("x-answered-by: ")) {
                by = line.substring(15).strip();
            } else if (lower.equals("connection: close")) {
                closeAfter = true;
            }
        }
        in.skipNBytes(length);
        return new Load.Answer(Integer.parseInt(status.substring(9, 12)), by, System.nanoTime() - due);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
