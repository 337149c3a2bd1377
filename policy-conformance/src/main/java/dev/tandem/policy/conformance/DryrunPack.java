package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;

/** A rule that holds in previews only. */
final class DryrunPack {

    private DryrunPack() {}

    static Pack pack() {
        return Pack.named("dryrun", "1.0.0")
                .rule(Rule.resource("dry")
                        .on(Packs.TYPE)
                        .summary("Verifies properties are true on dryrun")
                        .level(EnforcementLevel.MANDATORY)
                        .check(c -> {
                            if (c.stack().isPreview() && !c.get("value").boolOr(true)) {
                                c.violation("This is a test error");
                            }
                        }))
                .build();
    }
}
