package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;

/**
 * The value is known only after the deployment. Reading throws it, not going there. Immutable and thread-safe.
 *
 * <pre>{@code
 * resource.get("arn").string(); // throws it in the preview that creates the resource
 * }</pre>
 */
@PublicApi
public final class UnknownValueException extends UndecidedException {

    private static final long serialVersionUID = 1L;

    UnknownValueException(PropertyPath path) {
        super(path, "is not known before the deployment");
    }
}
