package dev.tandem.policies.resilience;

import dev.tandem.policies.types.Declared;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.List;

/** Interface endpoints are in two availability zones or more. One finding names all that are in one, since that is one decision. */
public final class EndpointZones implements StackCheck {

    @Override
    public void check(StackContext context) {
        List<String> alone = new ArrayList<>();
        context.each(context.graph().ofType("aws:ec2/vpcEndpoint:VpcEndpoint"), endpoint -> {
            if (endpoint.get("vpcEndpointType").stringOr("Gateway").equals("Interface") && zones(endpoint) == 1) {
                alone.add(endpoint.name());
            }
        });
        if (!alone.isEmpty()) {
            context.violation("endpoints", "the loss of one zone cuts off the services behind " + alone.size()
                    + " interface endpoints (" + String.join(", ", alone) + "), expected subnets in two zones");
        }
    }

    /** One for each subnet; of a list that is not known yet the engine says which subnets of the stack it comes from. */
    private static long zones(Resource endpoint) {
        Property subnets = Declared.of(endpoint, "subnetIds");
        long sources = endpoint.propertyDependencies().getOrDefault("subnetIds", List.of()).stream()
                .filter(urn -> Urn.parse(urn).type().endsWith(":Subnet")).count();
        return subnets.isUnknown() && sources > 0 ? sources : subnets.items().size();
    }
}
