package dev.tandem.policies.network;

import dev.tandem.policies.Settings;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services, databases and endpoints that {@code reachableFrom} names are reached, over any number of hops, by what it lists
 * only. The finding lists the chain of rules. What it does not name is not judged.
 */
public final class ReachableAsDeclared implements StackCheck {

    @Override
    public void check(StackContext context) {
        Optional<String> said = Settings.text(context, "reachableFrom");
        if (said.isEmpty()) {
            context.notApplicable("nobody declares what may reach what: the stack has no reachableFrom");
            return;
        }
        Map<String, Property> declared = Property.of(PropertyPath.ROOT, new Value.Text(said.get())).json().entries();
        Reach reach = new Reach(context.graph());
        context.each(context.graph().all(), target -> {
            Property list = declared.get(target.name());
            if (list == null || Traffic.groupsOf(context.graph(), target).isEmpty()) {
                return;
            }
            List<String> allowed = list.strings();
            List<String> chains = reach.chains(target).entrySet().stream()
                    .filter(chain -> !allowed.contains(chain.getKey())).map(Map.Entry::getValue).toList();
            if (!chains.isEmpty()) {
                context.violation(target, target.properties(), "reach::" + chains.get(0).replaceAll(" → .*", ""), "is reached by "
                        + chains.size() + " that nobody declared: " + String.join("; ", chains) + "; expected only " + allowed);
            }
        });
    }
}
