package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import java.util.List;
import java.util.Map;

/** A rule whose configuration has required properties and a schema. */
final class ConfigSchemaPack {

    /** Both must be configured: there is no constructor with defaults. */
    record Wanted(boolean value, List<String> names) {}

    private ConfigSchemaPack() {}

    static Pack pack() {
        return Pack.named("config-schema", "3.0.0")
                .rule(Rule.resource("validator")
                        .on(Packs.TYPE)
                        .summary("Verifies property matches config")
                        .level(EnforcementLevel.ADVISORY)
                        .config(Wanted.class)
                        .schema("names", Map.of("minItems", 1))
                        .check((c, wanted) -> {
                            boolean value = c.get("value").boolOr(false);
                            if (wanted.names().contains(c.resource().name()) && value != wanted.value()) {
                                c.violation("Property was " + value);
                            }
                        }))
                .build();
    }
}
