package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;

/**
 * The value is a string that should hold a document, and does not parse. Immutable and thread-safe.
 *
 * <pre>{@code
 * resource.get("policy|json.Statement"); // throws it when the policy is the string "none"
 * }</pre>
 */
@PublicApi
public final class MalformedValueException extends UndecidedException {

    private static final long serialVersionUID = 1L;

    MalformedValueException(PropertyPath path, String reason) {
        super(path, reason);
    }
}
