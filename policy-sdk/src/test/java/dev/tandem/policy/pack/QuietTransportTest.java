package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the transport logs would be a diagnostic of the user's deployment. CLI 3.150 probes each pack by a method without a
 * name and gives the stream up with PROTOCOL_ERROR, which gRPC's own servers tell at level INFO.
 */
class QuietTransportTest {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};
    private static final byte[] RESET_AS_PROTOCOL_ERROR = {0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 1};

    /** POST / over http with the headers of gRPC, as literals of HPACK, on stream 1. */
    private static byte[] probe() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {(byte) 0x83, (byte) 0x86, (byte) 0x84});
        for (String text : List.of("content-type", "application/grpc", "te", "trailers")) {
            if (text.equals("content-type") || text.equals("te")) {
                block.write(0); // a literal with a new name
            }
            block.write(text.length());
            block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {0, 0, (byte) block.size(), 1, 4, 0, 0, 0, 1});
        frame.writeBytes(block.toByteArray());
        return frame.toByteArray();
    }

    @Test
    void aStreamThatTheEngineGivesUpIsNotTold() throws Exception {
        try (ServerSocket engine = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ToyProcess toy = new ToyProcess(List.of(), "127.0.0.1:" + engine.getLocalPort())) {
            try (Socket socket = new Socket("127.0.0.1", toy.port())) {
                OutputStream out = socket.getOutputStream();
                for (byte[] bytes : List.of(PREFACE, SETTINGS, probe(), RESET_AS_PROTOCOL_ERROR)) {
                    out.write(bytes);
                }
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).as("the server's settings, at least").isNotEmpty();
            }
            toy.connect();
            toy.blocking().getPluginInfo(Empty.getDefaultInstance());
            assertThat(toy.stderr().lines()).containsExactly("factory talks on stdout");
        }
    }
}
