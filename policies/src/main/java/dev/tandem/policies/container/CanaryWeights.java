package dev.tandem.policies.container;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** A second version starts with 1 to 5 % of the traffic; one with nothing, or all versions with nothing, is no canary. */
public final class CanaryWeights implements ResourceCheck {

    private static final String ALIAS = "aws:lambda/alias:Alias";
    private static final String STAGE = "aws:apigateway/stage:Stage";
    private static final String DEPLOYMENT = "aws:codedeploy/deploymentConfig:DeploymentConfig";

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:lb/listener:Listener", "aws:lb/listenerRule:ListenerRule", "aws:appmesh/route:Route", ALIAS, STAGE, DEPLOYMENT,
    };

    private static final double LEAST = 1;
    private static final double MOST = 5;

    @Override
    public void check(ResourceContext context) {
        switch (AwsTypes.canonical(context.resource().type())) {
            case ALIAS -> First.of(context.resource(), "routingConfig[0].additionalVersionWeights").entries()
                    .forEach((version, weight) -> context.attempt(() -> share(context, weight, weight.number().orElse(0) * 100)));
            case STAGE -> percent(context, "canarySettings[0].percentTraffic", "canarySetting.percentTraffic");
            case DEPLOYMENT -> percent(context, "trafficRoutingConfig[0].timeBasedCanary[0].percentage",
                    "trafficRoutingConfig.timeBasedCanary.canaryPercentage");
            case "aws:appmesh/route:Route" -> {
                for (String protocol : List.of("httpRoute", "http2Route", "grpcRoute", "tcpRoute")) {
                    weights(context, context.get("spec[0]." + protocol + "[0].action[0].weightedTargets"));
                }
            }
            default -> context.each(First.of(context.resource(), "actions", "defaultActions").items(), action ->
                    weights(context, First.of(action, "forward[0].targetGroups", "forwardConfig.targetGroups")));
        }
    }

    private static void percent(ResourceContext context, String... paths) {
        Property p = First.of(context.resource(), paths);
        if (!p.isMissing()) {
            share(context, p, p.number().orElse(0));
        }
    }

    private static void weights(ResourceContext context, Property targets) {
        List<Property> all = targets.items();
        if (all.size() != 2) {
            return;
        }
        double one = all.get(0).at("weight").number().orElse(1);
        double other = all.get(1).at("weight").number().orElse(1);
        if (one + other > 0 && Math.min(one, other) > 0) {
            Property smaller = one < other ? all.get(0).at("weight") : all.get(1).at("weight");
            share(context, smaller, 100 * Math.min(one, other) / (one + other));
        }
    }

    private static void share(ResourceContext context, Property at, double percent) {
        if (percent < LEAST || percent > MOST) {
            context.violation(at, "the second version starts with " + Math.round(percent * 10) / 10.0
                    + " % of the traffic, expected 1 to 5 %");
        }
    }
}
