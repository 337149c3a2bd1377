package dev.tandem.e2e.bridge;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the bridge must know, from its environment.
 *
 * @param binary {@code TANDEM_BRIDGE_PROVIDER}: the executable of the Terraform provider
 * @param endpoint {@code TANDEM_BRIDGE_ENDPOINT}: where the simulator of AWS answers
 * @param directory {@code TANDEM_SIMULATED_ACCOUNT}: for the journal and files of assets
 */
record BridgeSettings(Path binary, URI endpoint, Path directory) {

    /** Settings from an environment; an {@code IllegalArgumentException} names what is missing. */
    static BridgeSettings of(Map<String, String> environment) {
        return new BridgeSettings(Path.of(needed(environment, "TANDEM_BRIDGE_PROVIDER")),
                URI.create(needed(environment, "TANDEM_BRIDGE_ENDPOINT")), Path.of(needed(environment, "TANDEM_SIMULATED_ACCOUNT")));
    }

    /** What the provider's process gets: the simulator for every service, and nothing of this machine's accounts. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("the bridge found no " + name + " in its environment, and needs it");
        }
        return value;
    }
}
