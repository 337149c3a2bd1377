package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import java.util.Locale;
import java.util.Optional;

/**
 * What the engine is told when a rule could not be decided, because a value is known only after the deployment. Undecided
 * is never counted as passed.
 *
 * <p>Of several wishes the first of these counts: the rule's configuration property {@value #CONFIG_PROPERTY}, the run's
 * environment variable {@value #RUN_VARIABLE}, the rule's own ({@link RuleBuilder#undecided}), the pack's.
 *
 * <p>Thread-safe.
 *
 * <pre>{@code
 * Pack pack = Pack.named("shop", "1.0.0").undecided(UndecidedMode.ADVISE).rule(NO_PUBLIC_BUCKET).build();
 * }</pre>
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

    /** The environment variable that decides for all rules of one run that are not configured otherwise. */
    public static final String RUN_VARIABLE = "POLICY_UNDECIDED";

    /** {@return the name used in configuration files} */
    public String configName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the mode of a name; empty when the text names no mode}
     *
     * @param text as from {@link #configName}, case included
     */
    public static Optional<UndecidedMode> parse(String text) {
        for (UndecidedMode mode : values()) {
            if (mode.configName().equals(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
