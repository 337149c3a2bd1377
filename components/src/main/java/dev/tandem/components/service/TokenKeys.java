package dev.tandem.components.service;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a service has to do with signed tokens. One that signs reads its own signing keys, a SecureString of Systems Manager,
 * which a function rotates ({@code SigningKeys}); one that verifies reads the public keys of those who sign.
 *
 * @param rotation image of the function that rotates the service's signing keys; empty for a service that signs nothing
 * @param verifies names of the services whose tokens it verifies, sorted; its own are among what a signing service reads
 */
public record TokenKeys(Optional<ImageRef> rotation, List<String> verifies) {

    /** Neither signs nor verifies. */
    public static final TokenKeys NONE = new TokenKeys(Optional.empty(), List.of());

    /** @throws IllegalArgumentException when a name is malformed */
    public TokenKeys {
        verifies = List.copyOf(new TreeSet<>(verifies));
        verifies.forEach(name -> MeshServiceChecks.name("token-signing service", name));
    }

    /** Signs with keys that a function rotates. @param image of that function, in the region's registry */
    public static TokenKeys rotatedBy(ImageRef image) {
        return new TokenKeys(Optional.of(image), List.of());
    }

    /** Verifies the tokens of other services. */
    public static TokenKeys of(String... services) {
        return new TokenKeys(Optional.empty(), List.of(services));
    }

    /** The same, verifying tokens of these. */
    public TokenKeys verifying(List<String> services) {
        return new TokenKeys(rotation, services);
    }

    /** Whether it signs. */
    public boolean signs() {
        return rotation.isPresent();
    }
}
