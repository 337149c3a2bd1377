package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import java.util.Map;

/** A rule whose configuration has required properties and a schema. */
final class ConfigSchemaPack {

    private ConfigSchemaPack() {}

    static Pack pack() {
        return Pack.named("config-schema", "3.0.0")
                .rule(Rule.resource("validator")
                        .on(Packs.TYPE)
                        .summary("Verifies property matches config")
                        .level(EnforcementLevel.ADVISORY)
                        .requiredConfig("value", Map.of("type", "boolean"))
                        .requiredConfig(
                                "names", Map.of("type", "array", "items", Map.of("type", "string"), "minItems", 1))
                        .check(c -> {
                            boolean value = c.get("value").boolOr(false);
                            if (c.config().at("names").strings().contains(c.resource().name())
                                    && value != c.config().at("value").boolOr(false)) {
                                c.violation("Property was " + value);
                            }
                        }))
                .build();
    }
}
