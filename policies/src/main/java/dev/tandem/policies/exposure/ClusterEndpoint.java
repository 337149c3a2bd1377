package dev.tandem.policies.exposure;

import dev.tandem.policies.network.World;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** The API of a Kubernetes cluster is not on the internet, or at least not for everybody. */
public final class ClusterEndpoint implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property settings = First.of(context.resource(), "vpcConfig", "resourcesVpcConfig", "vpcConfig[0]");
        Property open = First.of(settings, "[0].endpointPublicAccess", "endpointPublicAccess");
        if (!open.boolOr(true)) {
            return;
        }
        Property ranges = First.of(settings, "[0].publicAccessCidrs", "publicAccessCidrs");
        List<Property> items = ranges.items();
        boolean world = items.isEmpty();
        for (Property range : items) {
            world |= World.isWorld(range.stringOr(""));
        }
        if (world) {
            context.violation(ranges, "world", "everybody can reach the cluster's API: found " + ranges
                    + ", expected endpointPublicAccess = false, or the ranges of administrators");
        } else {
            context.violation(open, "public", "the cluster's API is on the internet for " + ranges.strings()
                    + ", expected endpointPublicAccess = false with endpointPrivateAccess = true");
        }
    }
}
