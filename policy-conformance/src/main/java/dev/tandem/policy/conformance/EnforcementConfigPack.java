package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;

/** A rule whose level is configured. */
final class EnforcementConfigPack {

    private EnforcementConfigPack() {}

    static Pack pack() {
        return Pack.named("enforcement-config", "3.0.0")
                .rule(Rule.resource("false")
                        .on(Packs.TYPE)
                        .summary("Verifies property is false")
                        .level(EnforcementLevel.ADVISORY)
                        .check(c -> {
                            if (c.get("value").boolOr(false)) {
                                c.violation("Property was true");
                            }
                        }))
                .build();
    }
}
