package dev.tandem.policies.exposure;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Locale;
import java.util.Set;

/** Methods and routes of an API ask who calls. */
public final class ApiAsksWho implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:apigateway/method:Method", "aws:apigatewayv2/route:Route", "aws:apigatewayv2/api:Api",
        "aws:vpclattice/service:Service", "aws:vpclattice/serviceNetwork:ServiceNetwork",
    };

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        if (type.equals(TYPES[2])) {
            // A route that the API makes by itself (quick create) has no authorizer.
            Property key = context.get("routeKey");
            if (!key.isMissing() && !key.stringOr("").isBlank()) {
                report(context, key);
            }
            return;
        }
        if (context.get("httpMethod").stringOr("").equalsIgnoreCase("OPTIONS")
                || context.get("routeKey").stringOr("").matches("(?i)OPTIONS .*|\\$disconnect|\\$default-ws")) {
            context.notApplicable("browsers ask for OPTIONS without credentials");
            return;
        }
        Property authorization = First.of(context.resource(), "authorization", "authorizationType", "authType");
        boolean nobodyAsked = Set.of("", "NONE").contains(authorization.stringOr("").toUpperCase(Locale.ROOT));
        if (nobodyAsked && !context.get("apiKeyRequired").boolOr(false)) {
            report(context, authorization);
        }
    }

    private static void report(ResourceContext context, Property at) {
        Expect.report(context, at, "everybody may call it", "AWS_IAM, an authorizer or a user pool");
    }
}
