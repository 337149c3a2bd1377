package dev.tandem.e2e.provider;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The simulated {@code aws} provider as a process of its own, started by the Pulumi CLI through the script
 * {@code pulumi-resource-aws}. It prints its port on the first line of stdout and serves on loopback until it is
 * stopped or its parent is gone.
 *
 * <p>Environment: {@code TANDEM_SIMULATED_ACCOUNT} names the directory that holds what exists (see
 * {@link SimulatedAccount}); without it, the account ends with the process.
 */
public final class AwsSimulator {

    /** The most that the engine sends in one message, bytes. */
    private static final int MAX_MESSAGE = 400 * 1024 * 1024;

    private AwsSimulator() {}

    /**
     * Serves; does not return.
     *
     * @param args the engine's address, which is not needed
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        serve(new SimulatedProvider(account()));
    }

    /** The account that the environment names. */
    public static SimulatedAccount account() {
        String directory = System.getenv("TANDEM_SIMULATED_ACCOUNT");
        return new SimulatedAccount(directory == null || directory.isBlank()
                ? Path.of(System.getProperty("java.io.tmpdir"), "tandem-account-" + ProcessHandle.current().pid())
                : Path.of(directory));
    }

    /** Serves a provider to the CLI that started this process; returns when that is gone. */
    public static void serve(BindableService provider) throws IOException, InterruptedException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(MAX_MESSAGE)
                .addService(provider)
                .build()
                .start();
        System.out.println(server.getPort());
        ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
        while (!server.awaitTermination(2, TimeUnit.SECONDS)) {
            if (parent != null && !parent.isAlive()) {
                server.shutdownNow();
                return;
            }
        }
    }
}
