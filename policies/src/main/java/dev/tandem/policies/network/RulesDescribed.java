package dev.tandem.policies.network;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Security groups, and each of their rules, say what they are for: who reviews them later was not there. */
public final class RulesDescribed implements ResourceCheck {

    /** What providers write when nobody said anything. */
    private static final Set<String> NOTHING = Set.of("", "managed by pulumi", "managed by terraform");

    @Override
    public void check(ResourceContext context) {
        if (AwsTypes.canonical(context.resource().type()).equals(GroupRules.GROUP)) {
            context.attempt(() -> {
                Property own = First.of(context.resource(), "description", "groupDescription");
                if (says(own)) {
                    context.violation(own, "description", "the security group says nothing about itself: found " + own
                            + ", expected what it is for");
                }
            });
        }
        Set<String> said = new HashSet<>();
        context.each(GroupRules.of(context.resource()), rule -> {
            Property text = rule.at().requireKnown().at("description");
            String id = (rule.ingress() ? "ingress::" : "egress::") + (says(text) ? rule.ports() : "");
            if (says(text) && said.add(id)) {
                context.violation(text, id, "a rule for " + (rule.ingress() ? "incoming " : "outgoing ") + rule.ports()
                        + " says nothing about itself: found " + text + ", expected who needs it and why");
            }
        });
    }

    private static boolean says(Property text) {
        return !text.isUnknown() && NOTHING.contains(text.stringOr("").trim().toLowerCase(Locale.ROOT));
    }
}
