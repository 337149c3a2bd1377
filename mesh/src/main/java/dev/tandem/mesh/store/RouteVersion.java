package dev.tandem.mesh.store;

import java.time.Instant;
import java.util.Objects;

/**
 * One document of a service's history, without its text.
 *
 * @param service service name
 * @param number  number in the service's history, from 1
 * @param digest  digest of the canonical form
 * @param author  who wrote it, such as an ARN
 * @param note    what for
 * @param at      when
 */
public record RouteVersion(String service, long number, String digest, String author, String note, Instant at) {
    /** All are required. */
    public RouteVersion {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(at, "at");
    }
}
