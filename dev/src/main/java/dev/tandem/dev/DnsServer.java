package dev.tandem.dev;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers A queries (RFC 1035) for names that are set, as Cloud Map does for {@code svc.local}: at most eight records, no
 * record is NXDOMAIN. Safe for use by several threads.
 */
public final class DnsServer implements AutoCloseable {

    private static final int MOST_RECORDS = 8;
    private static final int HEADER = 12;
    private static final int TYPE_A = 1;

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final DatagramSocket socket;
    private final int ttlSeconds;

    /** @param ttlSeconds how long an answer holds, seconds */
    public DnsServer(String host, int ttlSeconds) {
        this.ttlSeconds = ttlSeconds;
        try {
            socket = new DatagramSocket(0, InetAddress.getByName(host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "dns");
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it answers, as {@code IPV4:PORT}. */
    public String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /** Sets the addresses of a name; none takes the name away. */
    public void set(String name, String... addresses) {
        records.put(name, List.of(addresses));
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket query = new DatagramPacket(buffer, buffer.length);
                socket.receive(query);
                byte[] answer = answer(Arrays.copyOf(buffer, query.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
            } catch (IOException | IndexOutOfBoundsException e) {
                // A datagram that is no query, or somebody who is gone: all others still want their answers.
                if (!socket.isClosed()) {
                    System.err.println("dns: " + e);
                }
            }
        }
    }

    private byte[] answer(byte[] query) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (query[at] != 0) {
            if (!name.isEmpty()) {
                name.append('.');
            }
            name.append(new String(query, at + 1, query[at], java.nio.charset.StandardCharsets.US_ASCII));
            at += query[at] + 1;
        }
        int type = ((query[at + 1] & 0xff) << 8) | (query[at + 2] & 0xff);
        int end = at + 5;
        List<String> addresses = records.getOrDefault(name.toString().toLowerCase(java.util.Locale.ROOT), List.of());
        List<String> given = type == TYPE_A ? addresses.subList(0, Math.min(MOST_RECORDS, addresses.size())) : List.of();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(query, 0, 2);
        out.writeShort(addresses.isEmpty() ? 0x8583 : 0x8580); // an authoritative answer; 3: there is no such name
        out.writeShort(1);
        out.writeShort(given.size());
        out.writeInt(0);
        out.write(query, HEADER, end - HEADER);
        for (String address : given) {
            out.writeShort(0xc000 | HEADER);
            out.writeShort(TYPE_A);
            out.writeShort(1);
            out.writeInt(ttlSeconds);
            out.writeShort(4);
            out.write(InetAddress.getByName(address).getAddress());
        }
        return bytes.toByteArray();
    }
}
