package dev.tandem.e2e.awsx;

import com.pulumi.provider.internal.ResourceProviderService;
import io.grpc.ServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.logging.LogManager;

/**
 * The simulated {@code awsx} provider as a process of its own, started by the Pulumi CLI through the script
 * {@code e2e/provider-awsx/pulumi-resource-awsx}. It serves on loopback until the CLI stops it.
 */
public final class AwsxSimulator {

    private AwsxSimulator() {}

    /** Serves. @param args the engine's address, among flags for logging */
    public static void main(String[] args) throws IOException, InterruptedException {
        LogManager.getLogManager().reset();
        String engine = Arrays.stream(args).filter(argument -> argument.matches("[^-\\s:][^\\s:]*:\\d+")).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("awsx got " + Arrays.toString(args) + ", expected an engine's address"));
        new ResourceProviderService(engine, new SimulatedAwsx()) {
            @Override
            protected ServerBuilder<?> createServerBuilder() {
                return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            }
        }.startAndBlockUntilShutdown();
    }
}
