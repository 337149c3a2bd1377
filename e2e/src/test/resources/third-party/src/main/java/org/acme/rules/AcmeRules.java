package org.acme.rules;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.pack.PackServer;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;

public final class AcmeRules {

    private AcmeRules() {}

    public static void main(String[] args) {
        Rule rule = Rule.resource("no-truth")
                .on("simple:index:Resource")
                .summary("Nothing is true")
                .level(EnforcementLevel.MANDATORY)
                .check(c -> {
                    if (c.get("value").boolOr(false)) {
                        c.violation(c.get("value"), "says a pack of somebody else");
                    }
                });
        PackServer.serve(args, Pack.named("acme", "7.0.0").rule(rule).build());
    }
}
