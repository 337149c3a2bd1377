package dev.tandem.mesh.identity;

/** Where a service's own identity comes from: parameters, a test. Implementations are safe for use by several threads. */
public interface IdentitySource {

    /**
     * The identity as it is now, verified.
     *
     * @throws IdentityException when there is none, the source can't be reached or refuses, or what it has must not be used
     */
    Identity identity();
}
