package dev.tandem.policy.pack;

import com.google.protobuf.ByteString;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.UndecidedMode;
import dev.tandem.policy.wire.StructDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;

/**
 * Works out what holds for each rule. Levels: configuration, then rule, then pack. The engine sends the configuration
 * of every rule with defaults merged in; names that are no rule's, such as {@code all}, are for others and ignored.
 */
final class Settings {

    private Settings() {}

    /** @param run what the whole run wants of undecided rules */
    static List<RuleSetting> of(
            Pack pack, List<Rule> rules, Optional<UndecidedMode> run, Map<String, PolicyConfig> configured) {
        List<RuleSetting> out = new ArrayList<>();
        for (Rule rule : rules) {
            out.add(setting(pack, rule, run, configuredFor(pack, rule, configured)));
        }
        return List.copyOf(out);
    }

    static EnforcementLevel ownLevel(Pack pack, Rule rule) {
        return rule.level().orElse(pack.defaultLevel());
    }

    private static RuleSetting setting(Pack pack, Rule rule, Optional<UndecidedMode> run, PolicyConfig configured) {
        EnforcementLevel level =
                configured == null ? ownLevel(pack, rule) : Levels.fromWire(rule.id(), configured.getEnforcementLevel());
        Map<String, Value> properties =
                configured == null ? defaults(pack, rule) : StructDecoder.decode(configured.getProperties());
        if (configured != null && !properties.equals(defaults(pack, rule))) {
            rule.requireValidConfig(Property.root(properties));
        }
        Set<String> types = rule.types().stream().map(pack.typeNormalizer()).collect(Collectors.toUnmodifiableSet());
        PolicyNotApplicable otherTypes = PolicyNotApplicable.newBuilder()
                // As bytes: most rules give this answer for most resources, and a string is encoded every time.
                .setPolicyNameBytes(ByteString.copyFromUtf8(rule.id()))
                .setReasonBytes(ByteString.copyFromUtf8(NotApplicableText.types(rule.types())))
                .build();
        return new RuleSetting(
                rule, level, Property.root(properties), undecided(pack, rule, run, properties), types, otherTypes);
    }

    /**
     * A configuration file may still use an old id. The engine then sends it beside the new id's defaults, so it
     * counts unless the new id is configured too.
     */
    private static PolicyConfig configuredFor(Pack pack, Rule rule, Map<String, PolicyConfig> configured) {
        PolicyConfig own = configured.get(rule.id());
        PolicyConfig untouched = PolicyConfig.newBuilder()
                .setEnforcementLevel(Levels.toWire(ownLevel(pack, rule)))
                .setProperties(dev.tandem.policy.wire.StructEncoder.encode(defaults(pack, rule)))
                .build();
        if (own == null || own.equals(untouched)) {
            for (String old : rule.oldIds()) {
                if (configured.containsKey(old)) {
                    return configured.get(old).toBuilder()
                            .setProperties(untouched.getProperties().toBuilder()
                                    .mergeFrom(configured.get(old).getProperties()))
                            .build();
                }
            }
        }
        return own;
    }

    /** What the engine would send if nothing were configured: the schema's defaults, then the initial configuration. */
    private static Map<String, Value> defaults(Pack pack, Rule rule) {
        Map<String, Value> out = new LinkedHashMap<>(rule.defaultConfig());
        out.putAll(Values.fields(pack.initialConfig().getOrDefault(rule.id(), Map.of())));
        return out;
    }

    private static UndecidedMode undecided(
            Pack pack, Rule rule, Optional<UndecidedMode> run, Map<String, Value> properties) {
        Value value = properties.get(UndecidedMode.CONFIG_PROPERTY);
        if (value == null || value instanceof Value.Null) {
            return run.or(rule::undecided).orElse(pack.undecided());
        }
        return (value instanceof Value.Text text ? UndecidedMode.parse(text.value()) : Optional.<UndecidedMode>empty())
                .orElseThrow(() -> new IllegalArgumentException("configuration of rule '" + rule.id() + "': property '"
                        + UndecidedMode.CONFIG_PROPERTY + "' is " + Property.of(
                                dev.tandem.policy.model.PropertyPath.ROOT, value).toString().substring(3)
                        + ", expected silent, advise or refuse"));
    }
}
