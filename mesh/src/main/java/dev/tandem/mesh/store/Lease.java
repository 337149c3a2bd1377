package dev.tandem.mesh.store;

import java.time.Instant;

/**
 * The right to change a service's routes, for a while.
 *
 * @param service service name
 * @param token   random text that tells this lease from any other
 * @param holder  who holds it, for people
 * @param expires end of the right, whole seconds
 */
public record Lease(String service, String token, String holder, Instant expires) {}
