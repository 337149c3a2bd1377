package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;

/** A rule whose name depends on the stack's configuration; without a stack the pack can still be listed. */
final class StackConfigPack {

    private StackConfigPack() {}

    static Pack pack(StackInfo stack) {
        String wanted = stack.config("value").orElse("unset");
        return Pack.named("stack-config", "2.0.0")
                .rule(Rule.resource("validate-" + wanted)
                        .on(Packs.TYPE)
                        .summary("Verifies property is " + wanted)
                        .level(EnforcementLevel.MANDATORY)
                        .check(c -> {
                            if (!c.get("value").is(wanted)) {
                                c.violation("Property was " + c.get("value").stringOr("absent"));
                            }
                        }))
                .build();
    }
}
