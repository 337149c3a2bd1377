package dev.tandem.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DnsServerTest {

    /** A query for the A records of {@code a.b}, RFC 1035. */
    private static final byte[] QUERY = {7, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 'a', 1, 'b', 0, 0, 1, 0, 1};

    @Test
    void whatIsNoQueryTakesNobodysAnswersAway() throws IOException {
        try (DnsServer server = new DnsServer("127.0.0.1", 1); DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            server.set("a.b", "127.0.3.4");
            client.setSoTimeout(60_000);
            send(client, server, new byte[] {1});
            byte[] endless = new byte[20];
            Arrays.fill(endless, (byte) 9);
            send(client, server, endless);
            send(client, server, QUERY);

            byte[] buffer = new byte[512];
            DatagramPacket answer = new DatagramPacket(buffer, buffer.length);
            client.receive(answer);
            assertThat(Arrays.copyOfRange(buffer, answer.getLength() - 4, answer.getLength())).containsExactly(127, 0, 3, 4);
            assertThat(Arrays.copyOf(buffer, 2)).as("the query's own answer").containsExactly(7, 7);
        }
    }

    private static void send(DatagramSocket client, DnsServer server, byte[] bytes) throws IOException {
        String[] address = server.address().split(":");
        client.send(new DatagramPacket(bytes, bytes.length, new InetSocketAddress(address[0], Integer.parseInt(address[1]))));
    }
}
