package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import java.util.Locale;
import java.util.Optional;

/** What happens on a violation. The level in force is the configured one, else the rule's, else the pack's. Thread-safe. */
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

    /** The name used in configuration files. */
    public String configName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when the text names no level. */
    public static Optional<EnforcementLevel> parse(String text) {
        for (EnforcementLevel level : values()) {
            if (level.configName().equals(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
