package dev.tandem.preview.project;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stack and its configuration. Immutable.
 *
 * @param name such as {@code eu-central-1}
 * @param config {@code namespace:name} to value, sorted
 */
public record Stack(String name, Map<String, ConfigValue> config) {

    public Stack {
        config = Collections.unmodifiableMap(new TreeMap<>(config));
    }

    /** A value that is no secret; empty when not set. */
    public Optional<String> plain(String key) {
        return Optional.ofNullable(config.get(key)).filter(v -> !v.secret()).map(ConfigValue::text);
    }

    /** Key to text, secrets included, as the program gets it. */
    public Map<String, String> texts() {
        Map<String, String> out = new TreeMap<>();
        config.forEach((k, v) -> out.put(k, v.text()));
        return out;
    }

    /** The keys of secret values, sorted. */
    public List<String> secretKeys() {
        return config.entrySet().stream().filter(e -> e.getValue().secret()).map(Map.Entry::getKey).toList();
    }
}
