package dev.tandem.policy.pack;

import com.google.protobuf.Struct;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.Control;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.UndecidedMode;
import dev.tandem.policy.wire.StructEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.PolicyComplianceFramework;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyConfigSchema;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** What a pack says of itself. */
final class InfoMessages {

    private static final Map<String, Object> UNDECIDED_SCHEMA = Map.of(
            "type", "string",
            "description", "What to do when a value is not known before the deployment.",
            "enum", List.of("silent", "advise", "refuse"));

    private InfoMessages() {}

    static AnalyzerInfo of(Session session) {
        Pack pack = session.pack();
        AnalyzerInfo.Builder info = AnalyzerInfo.newBuilder()
                .setName(pack.name())
                .setVersion(pack.version())
                .setDisplayName(pack.displayName())
                .setDescription(pack.description())
                .setSupportsConfig(true);
        for (Rule rule : session.rules()) {
            info.addPolicies(policy(pack, rule));
            Map<String, Object> initial = pack.initialConfig().get(rule.id());
            if (initial != null) {
                // Without the level the engine would read zero, which is advisory.
                info.putInitialConfig(rule.id(), PolicyConfig.newBuilder()
                        .setEnforcementLevel(Levels.toWire(Settings.ownLevel(pack, rule)))
                        .setProperties(struct(initial))
                        .build());
            }
        }
        return info.build();
    }

    private static PolicyInfo policy(Pack pack, Rule rule) {
        PolicyInfo.Builder out = PolicyInfo.newBuilder()
                .setName(rule.id())
                .setDisplayName(rule.summary())
                .setDescription(rule.description().isEmpty() ? rule.summary() : rule.description())
                .setEnforcementLevel(Levels.toWire(Settings.ownLevel(pack, rule)))
                .setPolicyType(rule.kind() == Rule.Kind.STACK
                        ? PolicyType.POLICY_TYPE_STACK
                        : PolicyType.POLICY_TYPE_RESOURCE)
                .setSeverity(Levels.severity(rule.severity()))
                .setConfigSchema(schema(rule))
                .addAllTags(rule.tags())
                .setRemediationSteps(rule.remediationText())
                .setUrl(rule.url());
        // The protocol has room for one framework; the other controls travel as tags.
        rule.controls().stream().findFirst().ifPresent(c -> out.setFramework(framework(c)));
        rule.controls().stream().skip(1).map(Control::toString).forEach(out::addTags);
        return out.build();
    }

    private static PolicyComplianceFramework framework(Control control) {
        return PolicyComplianceFramework.newBuilder()
                .setName(control.framework())
                .setVersion(control.version())
                .setReference(control.reference())
                .build();
    }

    private static PolicyConfigSchema schema(Rule rule) {
        Map<String, Object> properties = new LinkedHashMap<>(rule.configSchema());
        properties.put(UndecidedMode.CONFIG_PROPERTY, UNDECIDED_SCHEMA);
        return PolicyConfigSchema.newBuilder()
                .setProperties(struct(properties))
                .addAllRequired(rule.requiredConfig())
                .build();
    }

    private static Struct struct(Map<String, Object> plain) {
        return StructEncoder.encode(Values.fields(plain));
    }
}
