package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.Rule;

/** A pack that must not load: its rule has the reserved name. */
final class InvalidPack {

    private InvalidPack() {}

    static Pack pack() {
        return Pack.named("invalid", "1.0.0")
                .rule(Rule.resource("all").on(Packs.TYPE).summary("Takes the reserved name").check(c -> {}))
                .build();
    }
}
