package dev.tandem.components.provider;

import com.pulumi.provider.internal.ResourceProviderService;
import io.grpc.ServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogManager;

/** Serves the package to an engine; the Java language host starts it, as PulumiPlugin.yaml says. */
public final class Main {

    /** As the engine itself takes; a foundation's inputs are small, a consumer's objects may not be. */
    private static final int LARGEST_MESSAGE = 400 * 1024 * 1024;

    /** Version of the package; there is none of its own. */
    static final String VERSION = "0.1.0";

    private Main() {}

    /**
     * Prints the port as the first line on stdout, and serves until it is stopped.
     *
     * @param args the engine's address, among flags for logging
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        LogManager.getLogManager().reset();
        List<String> addresses = Arrays.stream(args).filter(a -> a.matches("[^-\\s:][^\\s:]*:\\d+")).toList();
        if (addresses.size() != 1) {
            System.err.println("tandem: the component package got the arguments " + List.of(args)
                    + ", expected the address of one engine, such as 127.0.0.1:40123. The Pulumi command line starts it:"
                    + " pulumi package get-schema ./components");
            System.exit(2);
        }
        new Service(addresses.get(0)).startAndBlockUntilShutdown();
    }

    /** The SDK's service, on loopback alone. */
    private static final class Service extends ResourceProviderService {
        Service(String engine) {
            super(engine, new TandemPackage(VERSION));
        }

        @Override
        protected ServerBuilder<?> createServerBuilder() {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .maxInboundMessageSize(LARGEST_MESSAGE);
        }
    }
}
