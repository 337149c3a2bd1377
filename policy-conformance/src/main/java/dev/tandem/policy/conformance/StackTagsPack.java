package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;

/** A rule that compares with a tag of the stack. */
final class StackTagsPack {

    private StackTagsPack() {}

    static Pack pack() {
        return Pack.named("stack-tags", "2.0.0")
                .rule(Rule.resource("allowed")
                        .on(Packs.TYPE)
                        .summary("Verifies property equals the stack tag value")
                        .level(EnforcementLevel.MANDATORY)
                        .check(c -> {
                            String tag = c.stack().tags().get("value");
                            if (tag == null) {
                                c.violation("Stack tag 'value' is required");
                            } else if (!c.get("value").is(tag)) {
                                c.violation("Property was " + c.get("value").stringOr("absent"));
                            }
                        }))
                .build();
    }
}
