package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;

/**
 * How bad a violation is, independent of whether it stops a deployment. In ascending order. Thread-safe.
 *
 * <pre>{@code
 * boolean bad = Severity.HIGH.compareTo(Severity.MEDIUM) > 0; // true
 * }</pre>
 */
@PublicApi
public enum Severity {
    /** Good to know. */
    LOW,
    /** To be mended with the next change. */
    MEDIUM,
    /** To be mended before anything is deployed. */
    HIGH,
    /** Somebody could be harmed right now. */
    CRITICAL
}
