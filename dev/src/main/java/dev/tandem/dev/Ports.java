package dev.tandem.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class Ports {

    private Ports() {}

    /**
     * One that nobody has now; another process may take it before it is used.
     *
     * @throws DevException when there is none
     */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DevException("no free port: " + e.getMessage());
        }
    }
}
