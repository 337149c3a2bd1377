package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the stack under deployment. Everything is empty while a pack is only being listed or published.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * StackInfo dev = new StackInfo("acme", "shop", "dev", Map.of("shop:size", "small"), Set.of(), Map.of(),
 *         Optional.of(true));
 * dev.config("size"); // Optional[small]
 * }</pre>
 *
 * @param organization empty when unknown
 * @param project empty when unknown
 * @param stack the name without organisation and project; empty when unknown
 * @param config keys {@code namespace:name}; secrets are in clear, so {@code secretKeys} must not be printed
 * @param secretKeys the keys of {@code config} that are secret
 * @param tags of the stack; local backends keep none
 * @param dryRun whether this is a preview; empty when the engine did not say
 */
@PublicApi
public record StackInfo(
        String organization,
        String project,
        String stack,
        Map<String, String> config,
        Set<String> secretKeys,
        Map<String, String> tags,
        Optional<Boolean> dryRun) {

    /** No stack at all. */
    public static final StackInfo NONE = new StackInfo("", "", "", Map.of(), Set.of(), Map.of(), Optional.empty());

    /**
     * Copies maps and sets.
     *
     * @param organization empty when unknown
     * @param project empty when unknown
     * @param stack empty when unknown
     * @param config by {@code namespace:name}
     * @param secretKeys keys of {@code config}
     * @param tags by name
     * @param dryRun whether this is a preview
     */
    public StackInfo {
        config = Map.copyOf(config);
        secretKeys = Set.copyOf(secretKeys);
        tags = Map.copyOf(tags);
    }

    /**
     * {@return a configuration value in the project's namespace, or empty}
     *
     * @param name without namespace
     */
    public Optional<String> config(String name) {
        return Optional.ofNullable(config.get(project + ":" + name));
    }

    /** {@return the values of the secret keys} Not to be printed; for {@link dev.tandem.policy.model.Redaction}. */
    public Collection<String> secrets() {
        return config.entrySet().stream()
                .filter(e -> secretKeys.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** {@return whether this is known to be a preview} */
    public boolean isPreview() {
        return dryRun.orElse(false);
    }

    /** Names only: configuration may hold secrets. */
    @Override
    public String toString() {
        return "StackInfo[" + organization + "/" + project + "/" + stack + ", config keys " + config.keySet() + "]";
    }
}
