package dev.tandem.policies.container;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A configuration of Envoy that a text holds, in YAML or JSON, plain or in base64. Names are read in both of Envoy's
 * spellings, {@code filter_chains} and {@code filterChains}. Immutable and thread-safe.
 *
 * @param at where the text is
 * @param root the configuration, names in snake case; absent when the text is faulty
 * @param fault why the text can be read neither as YAML nor as JSON; empty when it can
 */
record EnvoyConfig(Property at, Property root, String fault) {

    private static final Pattern SIGN = Pattern.compile("static_?resources|filter_?chains|transport_?socket",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{40,}={0,2}\\s*");
    private static final int LONGEST = 1_000_000;

    /**
     * The configuration in a text; empty when the text is something else.
     *
     * @throws UndecidedException when the text is unknown
     */
    static Optional<EnvoyConfig> in(Property text) {
        if (!(text.requireKnown().value().orElse(null) instanceof Value.Text held) || held.value().length() > LONGEST) {
            return Optional.empty();
        }
        String content = SIGN.matcher(held.value()).find() ? held.value() : decoded(held.value());
        if (!SIGN.matcher(content).find()) {
            return Optional.empty();
        }
        try {
            Object parsed = Yaml.MAPPER.readValue(content, Object.class);
            return parsed instanceof Map<?, ?> map
                    ? Optional.of(new EnvoyConfig(text, Property.of(text.path(), Values.of(snake(map))), ""))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(new EnvoyConfig(text, Property.of(text.path(), null),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable")));
        }
    }

    private static String decoded(String text) {
        if (!BASE64.matcher(text).matches()) {
            return "";
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Object snake(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> out = new LinkedHashMap<>();
            map.forEach((key, value) -> out.put(
                    String.valueOf(key).replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT), snake(value)));
            return out;
        }
        return node instanceof List<?> list ? list.stream().map(EnvoyConfig::snake).toList() : node;
    }

    /** Loaded with the class, so once and late. */
    private static final class Yaml {
        static final YAMLMapper MAPPER = new YAMLMapper();
    }
}
