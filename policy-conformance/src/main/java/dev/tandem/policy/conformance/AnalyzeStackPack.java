package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;

/** A rule over the whole stack. */
final class AnalyzeStackPack {

    private AnalyzeStackPack() {}

    static Pack pack() {
        return Pack.named("analyze-stack", "1.0.0")
                .rule(Rule.stack("stack-size")
                        .summary("Stack must contain at most one simple:index:Resource")
                        .level(EnforcementLevel.MANDATORY)
                        .checkStack(c -> {
                            if (c.graph().ofType(Packs.TYPE).size() > 1) {
                                c.violation("Found an extra simple:index:Resource");
                            }
                        }))
                .build();
    }
}
