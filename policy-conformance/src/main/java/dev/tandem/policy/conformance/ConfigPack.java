package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import java.util.Map;

/** A rule that compares with its configuration. */
final class ConfigPack {

    private ConfigPack() {}

    static Pack pack() {
        return Pack.named("config", "2.0.0")
                .rule(Rule.resource("allowed")
                        .on(Packs.TYPE)
                        .summary("Verifies properties")
                        .level(EnforcementLevel.MANDATORY)
                        .config("value", Map.of("type", "boolean"))
                        .check(c -> {
                            boolean value = c.get("value").boolOr(false);
                            if (value != c.config().at("value").boolOr(false)) {
                                c.violation("Property was " + value);
                            }
                        }))
                .build();
    }
}
