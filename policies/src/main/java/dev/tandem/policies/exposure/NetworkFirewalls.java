package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.on;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.First;
import java.util.Set;

/** A network firewall has rules, drops or inspects what no rule names, and stays where it is. */
public final class NetworkFirewalls {

    private static final String POLICY = "aws:networkfirewall/firewallPolicy:FirewallPolicy";
    private static final String FIREWALL = "aws:networkfirewall/firewall:Firewall";
    private static final Set<String> CAREFUL = Set.of("aws:drop", "aws:forward_to_sfe");

    /** The rule. */
    public static final Demands RULE = Demands.of(
            present(POLICY, "the firewall has no rules", "a rule group", "firewallPolicy[0].statefulRuleGroupReferences",
                    "firewallPolicy[0].statelessRuleGroupReferences"),
            otherwise("statelessDefaultActions"), otherwise("statelessFragmentDefaultActions"),
            on(FIREWALL, "one changed subnet takes the firewall out of the way", "subnetChangeProtection"),
            on(FIREWALL, "one changed name lets everything through", "firewallPolicyChangeProtection"),
            of(FIREWALL, "the loss of one zone stops all traffic, or lets it pass", "subnets in two zones or more",
                    p -> p.isUnknown() || p.items().size() >= 2, "subnetMappings"),
            present("aws:networkfirewall/ruleGroup:RuleGroup", "the group has no rules", "a stateless rule",
                    "ruleGroup[0].rulesSource[0].statelessRulesAndCustomActions[0].statelessRules")
                    .when("type", "STATELESS").onlyIf(p -> First.nothing(p.at("rules"))));

    private NetworkFirewalls() {}

    private static Demand otherwise(String path) {
        return of(POLICY, "packets that no rule names pass", "aws:drop or aws:forward_to_sfe",
                p -> p.strings().stream().anyMatch(CAREFUL::contains), "firewallPolicy[0]." + path);
    }
}
