package dev.tandem.mesh.route;

import java.util.Objects;

/**
 * Sends a tester's requests to one version, whatever the weights.
 *
 * @param by      where the mark is looked for
 * @param name    name of the header (lower case) or cookie
 * @param value   its exact value
 * @param version version that gets the request
 */
public record Pin(By by, String name, String value, String version) {

    /** Where a request carries its mark. */
    public enum By {
        /** A request header. */
        HEADER,
        /** A cookie of the {@code Cookie} header. */
        COOKIE
    }

    /** All are required. */
    public Pin {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(version, "version");
    }
}
