package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;

/**
 * A rule cannot be decided here, because it needs a value that cannot be judged. Rules normally let it pass through:
 * the evaluator turns it into the outcome <em>undecided</em>, naming the path. It has no stack trace. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * try {
 *     resource.get("kmsKeyId").string();
 * } catch (UndecidedException e) {
 *     String why = e.path() + " " + e.getMessage(); // kmsKeyId is not known before the deployment
 * }
 * }</pre>
 */
@PublicApi
public abstract sealed class UndecidedException extends RuntimeException
        permits UnknownValueException, UnexpectedTypeException, MalformedValueException {

    private static final long serialVersionUID = 1L;
    private final transient PropertyPath path;

    UndecidedException(PropertyPath path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    /** {@return the property that was read} */
    public PropertyPath path() {
        return path;
    }
}
