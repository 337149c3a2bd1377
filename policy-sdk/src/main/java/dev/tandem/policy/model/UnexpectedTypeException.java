package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;

/**
 * The value has a type that the rule cannot read, for instance a list where a string is expected. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * resource.get("ingress").string(); // throws it when ingress is a list
 * }</pre>
 */
@PublicApi
public final class UnexpectedTypeException extends UndecidedException {

    private static final long serialVersionUID = 1L;

    UnexpectedTypeException(PropertyPath path, String expected, String found) {
        super(path, "is a " + found + ", expected a " + expected);
    }
}
