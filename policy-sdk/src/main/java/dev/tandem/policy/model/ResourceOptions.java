package dev.tandem.policy.model;

import dev.tandem.policy.PublicApi;
import java.util.List;
import java.util.Optional;

/**
 * Options of a resource that the engine tells a policy pack. Immutable and thread-safe.
 *
 * <pre>{@code
 * boolean slow = resource.options().createTimeout() > 3600; // more than an hour
 * }</pre>
 *
 * @param protect whether deletion is refused
 * @param ignoreChanges property paths whose changes are ignored
 * @param deleteBeforeReplace empty when the program did not say
 * @param additionalSecretOutputs outputs marked secret
 * @param aliases only the alias that matched an old resource, at most one
 * @param createTimeout seconds, 0 when unset
 * @param updateTimeout seconds, 0 when unset
 * @param deleteTimeout seconds, 0 when unset
 * @param readTimeout seconds, 0 when unset or when the engine is older than 3.246
 */
@PublicApi
public record ResourceOptions(
        boolean protect,
        List<String> ignoreChanges,
        Optional<Boolean> deleteBeforeReplace,
        List<String> additionalSecretOutputs,
        List<String> aliases,
        double createTimeout,
        double updateTimeout,
        double deleteTimeout,
        double readTimeout) {

    /** No option set. */
    public static final ResourceOptions NONE =
            new ResourceOptions(false, List.of(), Optional.empty(), List.of(), List.of(), 0, 0, 0, 0);

    /**
     * Copies the lists.
     *
     * @param protect whether deletion is refused
     * @param ignoreChanges property paths
     * @param deleteBeforeReplace empty when not said
     * @param additionalSecretOutputs names of outputs
     * @param aliases at most one
     * @param createTimeout in seconds
     * @param updateTimeout in seconds
     * @param deleteTimeout in seconds
     * @param readTimeout in seconds
     */
    public ResourceOptions {
        ignoreChanges = List.copyOf(ignoreChanges);
        additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
        aliases = List.copyOf(aliases);
    }
}
