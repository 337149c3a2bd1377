package dev.tandem.policies.residency;

import dev.tandem.policies.Settings;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * No ARN and no service endpoint, in any text of a resource, points to a region outside the allowed ones. A text that
 * is not known yet comes from a resource of the same plan, whose region the other rules judge.
 */
public final class ForeignArns implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        List<String> allowed = Settings.allowedRegions(context);
        String type = AwsTypes.canonical(context.resource().type());
        Set<String> said = new HashSet<>();
        Leaves.visit(context.resource().properties(), (key, leaf) -> {
            if (leaf.isKnown()) {
                judge(context, type, leaf, allowed, said);
            }
        });
    }

    private static void judge(
            ResourceContext context, String type, Property leaf, List<String> allowed, Set<String> said) {
        Optional<String[]> foreign = Regions.foreign(leaf.stringOr(""), allowed);
        if (foreign.isEmpty()) {
            return;
        }
        String service = foreign.get()[0];
        String region = foreign.get()[1];
        if (!GlobalServices.mustBeThere(type, service, region) && said.add(service + region)) {
            context.violation(leaf, service + "::" + region, "found "
                    + (service.equals("endpoint") ? "a service endpoint" : "an ARN of " + service) + " in " + region
                    + ", expected one of " + allowed);
        }
    }
}
