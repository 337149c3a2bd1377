package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;

/**
 * A control of a compliance framework that a rule serves. Immutable and thread-safe.
 *
 * <pre>{@code
 * Control control = new Control("GDPR", "2016/679", "Art. 32(1)(a)"); // prints as GDPR 2016/679 Art. 32(1)(a)
 * }</pre>
 *
 * @param framework such as {@code GDPR} or {@code CIS AWS Foundations}
 * @param version such as {@code 2016/679} or {@code 3.0.0}; empty when the framework has none
 * @param reference such as {@code Art. 32(1)(a)}
 */
@PublicApi
public record Control(String framework, String version, String reference) {

    @Override
    public String toString() {
        return framework + (version.isEmpty() ? "" : " " + version) + " " + reference;
    }
}
