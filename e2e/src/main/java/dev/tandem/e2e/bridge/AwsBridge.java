package dev.tandem.e2e.bridge;

import dev.tandem.e2e.provider.AwsSimulator;
import java.io.IOException;

/**
 * The bridge as a process of its own, started by the Pulumi CLI through the script {@code e2e/bridge/pulumi-resource-aws}.
 * {@link BridgeSettings} lists its environment.
 */
public final class AwsBridge {

    private AwsBridge() {}

    /**
     * Serves; returns when the CLI is gone.
     *
     * @param args the engine's address, which is not needed
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (BridgedProvider provider = new BridgedProvider(BridgeSettings.of(System.getenv()), AwsSimulator.account())) {
            AwsSimulator.serve(provider);
        }
    }
}
