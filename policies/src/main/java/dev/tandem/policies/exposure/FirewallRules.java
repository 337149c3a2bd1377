package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.on;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import java.util.ArrayList;
import java.util.List;

/** A web firewall has rules, and counts what each of them refuses. */
public final class FirewallRules {

    private static final String UNSEEN = "nobody sees what the firewall refuses";

    /** The rule. */
    public static final Demands RULE = Demands.of(demands());

    private FirewallRules() {}

    private static Demand[] demands() {
        List<Demand> out = new ArrayList<>();
        for (String type : List.of("aws:wafv2/webAcl:WebAcl", "aws:wafv2/ruleGroup:RuleGroup")) {
            out.add(present(type, "the firewall looks at nothing", "a rule", "rules").unlessSaid("ruleJson", "rulesJson"));
            out.add(on(type, UNSEEN, "visibilityConfig[0].cloudwatchMetricsEnabled", "visibilityConfig[0].cloudWatchMetricsEnabled"));
            out.add(on(type, UNSEEN, "visibilityConfig[0].cloudwatchMetricsEnabled", "visibilityConfig[0].cloudWatchMetricsEnabled")
                    .inEach("rules"));
        }
        for (String type : List.of("aws:wafregional/webAcl:WebAcl", "aws:wafregional/ruleGroup:RuleGroup", "aws:waf/webAcl:WebAcl",
                "aws:waf/ruleGroup:RuleGroup")) {
            out.add(present(type, "the firewall looks at nothing", "a rule", type.endsWith("Acl") ? "rules" : "activatedRules"));
        }
        return out.toArray(Demand[]::new);
    }
}
