package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;

/** An advisory rule and a mandatory one. */
final class SimplePack {

    private SimplePack() {}

    static Pack pack() {
        return Pack.named("simple", "1.0.0")
                .rule(Rule.resource("truthiness")
                        .on(Packs.TYPE)
                        .summary("Verifies properties are true")
                        .level(EnforcementLevel.ADVISORY)
                        .check(c -> {
                            if (c.get("value").boolOr(false)) {
                                c.violation("This is a test warning");
                            }
                        }))
                .rule(Rule.resource("falsiness")
                        .on(Packs.TYPE)
                        .summary("Verifies properties are false")
                        .level(EnforcementLevel.MANDATORY)
                        .check(c -> {
                            if (!c.get("value").boolOr(true)) {
                                c.violation("This is a test error");
                            }
                        }))
                .build();
    }
}
