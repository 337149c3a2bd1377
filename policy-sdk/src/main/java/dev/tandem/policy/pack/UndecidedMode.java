package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import java.util.Locale;
import java.util.Optional;

/**
 * What the engine is told when a rule could not be decided, because a value is known only after the deployment.
 * Chosen for a pack ({@link Pack.Builder#undecided}) and, stronger, for a rule with its configuration property
 * {@value #CONFIG_PROPERTY}. Undecided is never counted as passed.
 */
@PublicApi
public enum UndecidedMode {
    /** No violation; the paths travel as the reason of a not-applicable entry. The default. */
    SILENT,
    /** An advisory violation that lists the paths. */
    ADVISE,
    /** A mandatory violation that lists the paths. */
    REFUSE;

    /** The configuration property that every rule has. */
    public static final String CONFIG_PROPERTY = "undecided";

    /** The name used in configuration files. */
    public String configName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when the text names no mode. */
    public static Optional<UndecidedMode> parse(String text) {
        for (UndecidedMode mode : values()) {
            if (mode.configName().equals(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
