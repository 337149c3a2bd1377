package dev.tandem.mesh.identity;

import java.util.Map;
import java.util.Optional;

/**
 * SSM Parameter Store, as far as identities need it. Implementations are safe for use by several threads. Every method throws
 * {@link IdentityException} when the store can't be reached or refuses; the message says which action and which role.
 */
public interface ParameterStore {

    /** The most that a parameter of the standard tier holds, bytes. */
    int LARGEST = 4096;

    /** A parameter's value, decrypted; empty when there is none. */
    Optional<String> get(String name);

    /** All parameters below a path, by name, decrypted. */
    Map<String, String> below(String path);

    /** Creates or replaces a parameter that is encrypted with the customer key. */
    void putSecret(String name, String value);

    /** Creates or replaces a parameter that is no secret. */
    void put(String name, String value);

    /** Creates a parameter that is no secret; false, and no change, when there is one of that name. */
    boolean create(String name, String value);

    /** Removes a parameter; nothing when there is none. */
    void delete(String name);
}
