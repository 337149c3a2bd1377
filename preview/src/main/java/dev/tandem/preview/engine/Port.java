package dev.tandem.preview.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * A free port of 127.0.0.1 that listens from the start, so that a child process can be told of it, and may even connect,
 * while the server is still being loaded. Whoever is first waits for the other.
 */
final class Port implements AutoCloseable {

    private final ServerSocketChannel channel;
    private final InetSocketAddress address;

    private Port(ServerSocketChannel channel, InetSocketAddress address) {
        this.channel = channel;
        this.address = address;
    }

    static Port open() {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return new Port(channel, (InetSocketAddress) channel.getLocalAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port on 127.0.0.1 for the offline engine", e);
        }
    }

    ServerSocketChannel channel() {
        return channel;
    }

    InetSocketAddress socketAddress() {
        return address;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The process ends soon, and with it the socket.
        }
    }

    /** {@code 127.0.0.1:port}. */
    @Override
    public String toString() {
        return "127.0.0.1:" + address.getPort();
    }
}
