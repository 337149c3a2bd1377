package dev.tandem.policy.testing;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.wire.StructEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;

/** Merges a configuration file into what a pack says of itself, as the engine does before it configures a pack. */
final class ConfigFile {

    private static final String LEVEL = "enforcementLevel";

    private ConfigFile() {}

    static Map<String, PolicyConfig> merged(AnalyzerInfo info, Map<String, ?> file) {
        Map<String, PolicyConfig> out = new LinkedHashMap<>();
        for (PolicyInfo policy : info.getPoliciesList()) {
            PolicyConfig.Builder config = PolicyConfig.newBuilder()
                    .setEnforcementLevel(policy.getEnforcementLevel())
                    .setProperties(defaults(policy));
            if (info.containsInitialConfig(policy.getName())) {
                PolicyConfig initial = info.getInitialConfigOrThrow(policy.getName());
                config.setEnforcementLevel(initial.getEnforcementLevel())
                        .setProperties(config.getProperties().toBuilder().mergeFrom(initial.getProperties()));
            }
            merge(config, "all", file.get("all"));
            merge(config, policy.getName(), file.get(policy.getName()));
            out.put(policy.getName(), config.build());
        }
        file.forEach((name, value) -> out.computeIfAbsent(name, n -> {
            PolicyConfig.Builder config = PolicyConfig.newBuilder();
            merge(config, n, value);
            return config.build();
        }));
        return out;
    }

    private static Struct defaults(PolicyInfo policy) {
        Struct.Builder out = Struct.newBuilder();
        policy.getConfigSchema().getProperties().getFieldsMap().forEach((name, schema) -> {
            Value otherwise = schema.getStructValue().getFieldsMap().get("default");
            if (otherwise != null) {
                out.putFields(name, otherwise);
            }
        });
        return out.build();
    }

    private static void merge(PolicyConfig.Builder into, String name, Object value) {
        if (value instanceof String level) {
            into.setEnforcementLevel(level(name, level));
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> properties = new LinkedHashMap<>();
            map.forEach((k, v) -> properties.put(String.valueOf(k), v));
            Object level = properties.remove(LEVEL);
            if (level != null) {
                into.setEnforcementLevel(level(name, String.valueOf(level)));
            }
            if (!name.equals("all")) {
                into.setProperties(into.getProperties().toBuilder()
                        .mergeFrom(StructEncoder.encode(Values.fields(properties))));
            }
        } else if (value != null) {
            throw new IllegalArgumentException(
                    "configuration of '" + name + "' is " + value + ", expected a level or an object");
        }
    }

    private static EnforcementLevel level(String name, String text) {
        return dev.tandem.policy.rule.EnforcementLevel.parse(text)
                .map(l -> EnforcementLevel.valueOf(l.name().toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> new IllegalArgumentException("configuration of '" + name + "': " + LEVEL + " is '" + text
                        + "', expected advisory, mandatory, remediate or disabled"));
    }
}
