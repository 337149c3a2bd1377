package dev.tandem.policies.audit;

import dev.tandem.policies.types.Demand;
import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** APIs and distributions record who asked for what. */
public final class ApiLogs implements ResourceCheck {

    private static final String WRONG = "requests leave no trace";

    private static final List<Demand> DEMANDS = List.of(
            named("apigateway/stage:Stage", "accessLogSettings[0].destinationArn,accessLogSetting.destinationArn"),
            named("apigatewayv2/stage:Stage", "accessLogSettings[0].destinationArn"),
            Demand.of("aws:apigateway/methodSettings:MethodSettings", "settings[0].loggingLevel",
                    p -> !Set.of("", "OFF").contains(p.stringOr("").toUpperCase(Locale.ROOT)), WRONG, "ERROR or INFO"));

    /** Types that the rule looks at. */
    public static final String[] TYPES = Demand.types(DEMANDS);

    @Override
    public void check(ResourceContext context) {
        Demand.check(context, DEMANDS);
    }

    private static Demand named(String type, String path) {
        return Demand.of("aws:" + type, path, p -> !Expect.isBlank(p), WRONG, "a log group or delivery stream");
    }
}
