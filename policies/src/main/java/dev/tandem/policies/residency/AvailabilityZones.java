package dev.tandem.policies.residency;

import dev.tandem.policies.Settings;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every availability zone that a resource names belongs to an allowed region. */
public final class AvailabilityZones implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        List<String> allowed = Settings.allowedRegions(context);
        Leaves.visit(context.resource().properties(), (key, leaf) -> {
            if (key.toLowerCase(Locale.ROOT).contains("availabilityzone")) {
                context.attempt(() -> judge(context, leaf, allowed));
            }
        });
    }

    private static void judge(ResourceContext context, Property leaf, List<String> allowed) {
        String zone = leaf.stringOr("");
        Optional<String> region = Regions.ofZone(zone);
        if (region.isPresent() && !allowed.contains(region.get())) {
            context.violation(leaf, zone, "found availability zone " + zone + " in " + region.get()
                    + ", expected a zone of " + allowed);
        }
    }
}
