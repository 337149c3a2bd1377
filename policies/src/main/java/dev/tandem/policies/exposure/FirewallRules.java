package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.on;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;
import java.util.ArrayList;
import java.util.List;

/** A web firewall has rules, each of which does something, and counts what they refuse. */
public final class FirewallRules {

    private static final String UNSEEN = "nobody sees what the firewall refuses";

    /** The rule. */
    public static final Demands RULE = Demands.of(demands());

    private FirewallRules() {}

    private static boolean acts(Property action) {
        return action.isUnknown() || action.at("[0]").entries().values().stream().anyMatch(way -> !way.isMissing());
    }

    private static Demand[] demands() {
        List<Demand> out = new ArrayList<>();
        for (String type : List.of("aws:wafv2/webAcl:WebAcl", "aws:wafv2/ruleGroup:RuleGroup")) {
            out.add(present(type, "the firewall looks at nothing", "a rule", "rules").unlessSaid("ruleJson", "rulesJson"));
            out.add(on(type, UNSEEN, "visibilityConfig[0].cloudwatchMetricsEnabled", "visibilityConfig[0].cloudWatchMetricsEnabled"));
            out.add(on(type, UNSEEN, "visibilityConfig[0].cloudwatchMetricsEnabled", "visibilityConfig[0].cloudWatchMetricsEnabled")
                    .inEach("rules"));
            out.add(of(type, "the rule does nothing", "an action (of a group of rules: an overrideAction)", FirewallRules::acts,
                    "action", "overrideAction").inEach("rules"));
        }
        for (String type : List.of("aws:wafregional/webAcl:WebAcl", "aws:wafregional/ruleGroup:RuleGroup", "aws:waf/webAcl:WebAcl",
                "aws:waf/ruleGroup:RuleGroup")) {
            out.add(present(type, "the firewall looks at nothing", "a rule", type.endsWith("Acl") ? "rules" : "activatedRules"));
        }
        return out.toArray(Demand[]::new);
    }
}
