package dev.tandem.policies.residency;

import dev.tandem.policies.Settings;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every region that a resource names by itself is allowed: replicas of images, secrets, tables and keys, copies of
 * snapshots, peers, the resource's own region. It looks at every property called a region, so that a service which
 * learns to replicate is covered before anybody here hears of it.
 */
public final class ReplicationTargets implements ResourceCheck {

    /** Regions that do not say where data is, by type and property. */
    private static final Map<String, String> HARMLESS = Map.of(
            "aws:route53/healthCheck:HealthCheck", "regions", // where AWS's checkers call from
            "aws:cloudfront/distribution:Distribution", "originShieldRegion"); // a cache; its origin is judged

    @Override
    public void check(ResourceContext context) {
        if (context.resource().isProvider()) {
            context.notApplicable("the region of a provider is judged by residency-region");
            return;
        }
        List<String> allowed = Settings.allowedRegions(context);
        String harmless = HARMLESS.getOrDefault(AwsTypes.canonical(context.resource().type()), "");
        Leaves.visit(context.resource().properties(), (key, leaf) -> {
            String name = key.toLowerCase(Locale.ROOT);
            if ((isRegionName(name) || name.equals("value") && namesRegion(context, leaf)) && !key.equals(harmless)) {
                context.attempt(() -> judge(context, leaf, allowed));
            }
        });
    }

    /** A variable of a container, {@code name} beside {@code value}, whose name ends in region. */
    private static boolean namesRegion(ResourceContext context, Property value) {
        String path = value.path().toString();
        if (!value.isKnown() || !Regions.isRegion(value.stringOr("")) || !path.matches("(?i).*\\.value")) {
            return false;
        }
        String beside = path.substring(0, path.length() - "value".length());
        Property name = First.of(context.resource(), beside + "name", beside + "Name");
        return name.isKnown() && isRegionName(name.stringOr("").toLowerCase(Locale.ROOT));
    }

    private static boolean isRegionName(String name) {
        return name.endsWith("region") || name.endsWith("regions") || name.endsWith("regionname")
                || name.endsWith("regionnames");
    }

    private static void judge(ResourceContext context, Property leaf, List<String> allowed) {
        String region = leaf.stringOr("");
        if (Regions.isRegion(region) && !allowed.contains(region)) {
            context.violation(leaf, region, "found " + leaf.path() + " = " + region + ", expected one of " + allowed);
        }
    }
}
