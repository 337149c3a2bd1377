package dev.tandem.policy.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clients that break HTTP/2: each loses its connection, told why, and no other one is disturbed. */
class BrokenFramesTest {

    private static final String CALL = "8386440e2f746573742e4563686f2f5361795f106170706c69636174696f6e2f67727063";

    private static byte[] frame(int length, int type, int flags, int stream, String hex) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(length >>> 16);
        out.writeShort(length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(HexFormat.of().parseHex(hex));
        return bytes.toByteArray();
    }

    private static byte[] frame(int type, int flags, int stream, String hex) throws IOException {
        return frame(hex.length() / 2, type, flags, stream, hex);
    }

    /** The error that the farewell names; -1 when the server hangs up without one. */
    private static int farewell(Echo echo, byte[]... frames) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), echo.server.getPort())) {
            socket.setSoTimeout(Echo.LIMIT_SECONDS * 1000);
            socket.getOutputStream().write(Frames.PREFACE.getBytes(StandardCharsets.US_ASCII));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            try {
                for (byte[] frame : frames) {
                    socket.getOutputStream().write(frame);
                }
                while (true) {
                    int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
                    int type = in.readUnsignedByte();
                    in.readUnsignedByte();
                    in.readInt();
                    byte[] payload = in.readNBytes(length);
                    if (type == Frames.GO_AWAY) {
                        return Frames.int32(payload, 4);
                    }
                }
            } catch (EOFException | java.net.SocketException e) {
                return -1;
            }
        }
    }

    @Test
    void eachIsToldWhatItDid() throws Exception {
        try (Echo echo = Echo.saying(b -> b)) {
            byte[] settings = frame(4, 0, 0, "");
            byte[] call = frame(1, 4, 1, CALL);
            assertThat(farewell(echo, frame(0xffffff, 0, 0, 1, ""))).isEqualTo(BrokenConnectionException.FRAME_SIZE);
            assertThat(farewell(echo, settings, frame(0, 0, 1, "00"))).as("data first").isEqualTo(BrokenConnectionException.PROTOCOL);
            assertThat(farewell(echo, settings, frame(0, 0, 2, "00"))).as("even").isEqualTo(BrokenConnectionException.PROTOCOL);
            assertThat(farewell(echo, frame(4, 0, 0, "00"))).as("settings").isEqualTo(BrokenConnectionException.FRAME_SIZE);
            assertThat(farewell(echo, frame(6, 0, 0, "00"))).as("ping").isEqualTo(BrokenConnectionException.FRAME_SIZE);
            assertThat(farewell(echo, frame(8, 0, 0, "00000000"))).as("window").isEqualTo(BrokenConnectionException.PROTOCOL);
            assertThat(farewell(echo, frame(8, 0, 0, "7fffffff"))).as("window").isEqualTo(BrokenConnectionException.FLOW_CONTROL);
            assertThat(farewell(echo, frame(4, 0, 0, "000480000000"))).as("window").isEqualTo(BrokenConnectionException.FLOW_CONTROL);
            assertThat(farewell(echo, frame(1, 4, 1, "be"))).as("headers").isEqualTo(BrokenConnectionException.COMPRESSION);
            assertThat(farewell(echo, frame(1, 0, 1, "82"), settings)).as("inside").isEqualTo(BrokenConnectionException.PROTOCOL);
            assertThat(farewell(echo, frame(9, 4, 1, "82"))).as("continues").isEqualTo(BrokenConnectionException.PROTOCOL);
            assertThat(farewell(echo, frame(3, 0, 1, "00000000"))).as("reset").isEqualTo(BrokenConnectionException.PROTOCOL);
            assertThat(farewell(echo, frame(5, 4, 1, "0000000182"))).as("push").isEqualTo(BrokenConnectionException.PROTOCOL);
            assertThat(farewell(echo, call, frame(0, 8, 1, "05ff"))).as("padding").isEqualTo(BrokenConnectionException.PROTOCOL);
            byte[] many = frame(1, 0, 1, "00".repeat(16_000));
            byte[] more = frame(9, 0, 1, "00".repeat(16_000));
            assertThat(farewell(echo, many, more, more, more, more)).as("headers").isEqualTo(BrokenConnectionException.CALM);
            assertThat(Echo.say(echo.channel(), new byte[] {7})).containsExactly(7);
        }
    }

    @Test
    void bytesByChanceEndTheirConnectionOnly() throws Exception {
        Random random = new Random(20261126);
        try (Echo echo = Echo.saying(b -> b)) {
            for (int i = 0; i < 300; i++) {
                byte[] noise = new byte[1 + random.nextInt(200)];
                random.nextBytes(noise);
                List<byte[]> frames = List.of(
                        frame(4, 0, 0, ""), frame(1, 4, 1, CALL),
                        frame(random.nextInt(10), random.nextInt(256), random.nextInt(4), HexFormat.of().formatHex(noise)),
                        frame(0xffffff, 0, 0, 1, ""));
                assertThat(farewell(echo, frames.toArray(new byte[0][]))).isNotZero();
            }
            assertThat(Echo.say(echo.channel(), new byte[] {7})).containsExactly(7);
        }
    }

    @Test
    void whoSpeaksAnotherProtocolIsHungUpOn() throws Exception {
        try (Echo echo = Echo.saying(b -> b);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), echo.server.getPort())) {
            socket.setSoTimeout(Echo.LIMIT_SECONDS * 1000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            int read;
            try {
                read = socket.getInputStream().read();
            } catch (java.net.SocketException e) {
                read = -1; // what it had not read was dropped
            }
            assertThat(read).isEqualTo(-1);
        }
    }
}
