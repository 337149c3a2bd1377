package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens on a violation. The level in force is the configured one, else the rule's, else the pack's. Thread-safe.
 *
 * <pre>{@code
 * Optional<EnforcementLevel> level = EnforcementLevel.parse("mandatory"); // MANDATORY
 * }</pre>
 */
@PublicApi
public enum EnforcementLevel {
    /** Shown, does not fail the operation. */
    ADVISORY,
    /** Fails the preview or the update. */
    MANDATORY,
    /** Mends the resource where the rule can, reports as mandatory where it cannot. */
    REMEDIATE,
    /** Not evaluated. */
    DISABLED;

    /** {@return the name used in configuration files} */
    public String configName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the level of a name; empty when the text names no level}
     *
     * @param text as from {@link #configName}, case included
     */
    public static Optional<EnforcementLevel> parse(String text) {
        for (EnforcementLevel level : values()) {
            if (level.configName().equals(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
