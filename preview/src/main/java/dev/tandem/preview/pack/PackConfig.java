package dev.tandem.preview.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import dev.tandem.preview.project.Closest;
import dev.tandem.preview.project.InvalidProjectException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;

/**
 * Merges a pack's configuration as the engine does, later winning: the rule's level and its schema's defaults, the
 * pack's initial configuration, the file's {@code all}, the file's entry for the rule. Properties merge by their
 * top-level key.
 */
final class PackConfig {

    private static final String ALL = "all";

    private PackConfig() {}

    /**
     * Level and properties of every rule.
     *
     * @throws InvalidProjectException when the pack takes no configuration, the file names an unknown rule, or a rule's
     *     schema refuses its properties
     */
    static Map<String, PolicyConfig> merge(AnalyzerInfo info, Optional<PackConfigFile> file) {
        file.ifPresent(f -> check(info, f));
        Map<String, PolicyConfig> out = new LinkedHashMap<>();
        for (PolicyInfo policy : info.getPoliciesList()) {
            PolicyConfig.Builder config = PolicyConfig.newBuilder().setEnforcementLevel(policy.getEnforcementLevel());
            Struct.Builder properties = defaults(policy);
            if (info.containsInitialConfig(policy.getName())) {
                PolicyConfig initial = info.getInitialConfigOrThrow(policy.getName());
                config.setEnforcementLevel(initial.getEnforcementLevel());
                properties.putAllFields(initial.getProperties().getFieldsMap());
            }
            file.ifPresent(f -> {
                overlay(f.rules().get(ALL), config, properties, false);
                overlay(f.rules().get(policy.getName()), config, properties, true);
            });
            out.put(policy.getName(), config.setProperties(properties).build());
        }
        file.ifPresent(f -> ConfigSchemas.check(info, out, f.shownAs()));
        return out;
    }

    private static void check(AnalyzerInfo info, PackConfigFile file) {
        if (!info.getSupportsConfig()) {
            throw new InvalidProjectException(file.shownAs() + ": pack '" + info.getName()
                    + "' takes no configuration, expected no --policy-pack-config");
        }
        List<String> known = new ArrayList<>(info.getPoliciesList().stream().map(PolicyInfo::getName).toList());
        known.add(ALL);
        for (String name : file.rules().keySet()) {
            if (!known.contains(name)) {
                throw new InvalidProjectException(file.shownAs() + ": key '" + name + "' names no rule of pack '"
                        + info.getName() + "'"
                        + Closest.to(name, known).map(n -> ". Did you mean '" + n + "'?").orElse("; its rules are " + known));
            }
        }
    }

    private static Struct.Builder defaults(PolicyInfo policy) {
        Struct.Builder out = Struct.newBuilder();
        policy.getConfigSchema().getProperties().getFieldsMap().forEach((name, schema) -> {
            if (schema.getStructValue().containsFields("default")) {
                out.putFields(name, schema.getStructValue().getFieldsOrThrow("default"));
            }
        });
        return out;
    }

    private static void overlay(
            PackConfigFile.Entry entry, PolicyConfig.Builder config, Struct.Builder properties, boolean withProperties) {
        if (entry == null) {
            return;
        }
        entry.level().ifPresent(l -> config.setEnforcementLevel(EnforcementLevel.valueOf(l.name())));
        if (withProperties) {
            entry.properties().forEach((name, node) -> properties.putFields(name, value(node)));
        }
    }

    private static Value value(JsonNode node) {
        Value.Builder out = Value.newBuilder();
        try {
            JsonFormat.parser().merge(node.toString(), out);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
        return out.build();
    }
}
