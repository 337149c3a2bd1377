package dev.tandem.mesh.identity.issue;

import dev.tandem.mesh.identity.ca.SigningKey;

/** Finds signing keys. */
@FunctionalInterface
public interface Keys {

    /**
     * A key by ARN or alias.
     *
     * @throws dev.tandem.mesh.identity.IdentityException when it can't be read, or is none for a CA
     */
    SigningKey key(String keyId);
}
