package dev.tandem.policy.conformance;

import dev.tandem.policy.model.Values;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import java.util.Map;

/** A rule that mends what it finds. */
final class RemediatePack {

    private RemediatePack() {}

    static Pack pack() {
        return Pack.named("remediate", "3.0.0")
                .rule(Rule.resource("fixup")
                        .on(Packs.TYPE)
                        .summary("Sets property to config")
                        .level(EnforcementLevel.REMEDIATE)
                        .config("value", Map.of("type", "boolean"))
                        .remediate(c -> Map.of("value", Values.of(c.config().at("value").boolOr(false))))
                        .build())
                .build();
    }
}
