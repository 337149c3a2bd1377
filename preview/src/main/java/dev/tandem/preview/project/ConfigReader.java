package dev.tandem.preview.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the {@code config} section of Pulumi.yaml and of a stack file into what a program receives: keys with a
 * namespace (the project's name unless given), scalars as text, objects and lists as JSON, encrypted values unknown.
 */
final class ConfigReader {

    private static final String EXAMPLE = "aws:region: eu-central-1";

    private final String project;

    ConfigReader(String project) {
        this.project = project;
    }

    /** The stack's values over the project's defaults. */
    Map<String, ConfigValue> read(YamlNode projectConfig, YamlNode stackConfig, String stack) {
        Map<String, ConfigValue> out = new TreeMap<>();
        stackConfig.entries(EXAMPLE).forEach((key, node) -> out.put(qualified(key, node), value(node)));
        projectConfig.entries("environment: {type: string, default: production}").forEach((key, node) -> {
            String name = qualified(key, node);
            if (!out.containsKey(name)) {
                projectDefault(name, node, stack).ifPresent(v -> out.put(name, v));
            }
        });
        return out;
    }

    private Optional<ConfigValue> projectDefault(String key, YamlNode node, String stack) {
        YamlNode given = node;
        boolean secret = false;
        if (node.isMapping()) {
            given = node.get("value").isMissing() ? node.get("default") : node.get("value");
            secret = node.get("secret").text("true").map("true"::equals).orElse(false);
            if (given.isMissing() && key.startsWith(project + ":")) {
                throw new InvalidProjectException(node.where() + ": key '" + key + "' has no default, and Pulumi."
                        + stack + ".yaml does not set it: expected '" + key + ": …' under 'config:' there");
            }
        }
        if (given.isMissing()) {
            return Optional.empty();
        }
        ConfigValue read = value(given);
        return Optional.of(new ConfigValue(read.text(), read.secret() || secret));
    }

    private String qualified(String key, YamlNode node) {
        if (key.isBlank() || key.startsWith(":") || key.endsWith(":")) {
            throw new InvalidProjectException(node.where() + ": found configuration key '" + key
                    + "', expected namespace and name, for instance '" + EXAMPLE + "'");
        }
        String[] parts = key.split(":", 3);
        if (parts.length == 3 && parts[1].equals("config")) {
            return parts[0] + ":" + parts[2];
        }
        return key.contains(":") ? key : project + ":" + key;
    }

    private static ConfigValue value(YamlNode node) {
        if (!node.isMapping() && !node.isList()) {
            Object scalar = node.plain();
            return new ConfigValue(scalar == null ? "" : Scalars.text(scalar), false);
        }
        if (isEncrypted(node)) {
            return ConfigValue.ENCRYPTED;
        }
        boolean[] secret = {false};
        Object plain = withoutCiphertext(node, secret);
        return new ConfigValue(Json.write(plain), secret[0]);
    }

    private static boolean isEncrypted(YamlNode node) {
        return node.isMapping() && node.entries("").size() == 1 && !node.get("secure").isMissing();
    }

    private static Object withoutCiphertext(YamlNode node, boolean[] secret) {
        if (isEncrypted(node)) {
            secret[0] = true;
            return ConfigValue.ENCRYPTED.text();
        } else if (node.isMapping()) {
            Map<String, Object> out = new LinkedHashMap<>();
            node.entries("").forEach((k, v) -> out.put(k, withoutCiphertext(v, secret)));
            return out;
        } else if (node.isList()) {
            List<Object> out = new ArrayList<>();
            node.items("").forEach(v -> out.add(withoutCiphertext(v, secret)));
            return out;
        }
        return node.plain();
    }
}
