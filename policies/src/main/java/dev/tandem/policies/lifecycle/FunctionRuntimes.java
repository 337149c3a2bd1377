package dev.tandem.policies.lifecycle;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Set;

/** Functions run on runtimes that still get security updates. */
public final class FunctionRuntimes implements ResourceCheck {

    /**
     * Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html. Those that ended before 2024 were
     * compared on 2026-11-22 with https://endoflife.date/aws-lambda, nodejs18.x (2025-09-01) and python3.9 (2025-12-15)
     * with announcements; nodejs20.x, ruby3.2 and dotnet6 end with their language's own support and were not compared.
     */
    private static final Set<String> OVER = Set.of(
            "nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x",
            "nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x", "python2.7", "python3.6", "python3.7", "python3.8",
            "python3.9", "ruby2.5", "ruby2.7", "ruby3.2", "java8", "go1.x", "dotnetcore1.0", "dotnetcore2.0",
            "dotnetcore2.1", "dotnetcore3.1", "dotnet5.0", "dotnet6", "dotnet7", "provided");

    @Override
    public void check(ResourceContext context) {
        judge(context, context.get("runtime"));
        context.each(context.get("compatibleRuntimes").items(), runtime -> judge(context, runtime));
    }

    private static void judge(ResourceContext context, Property runtime) {
        if (OVER.contains(runtime.stringOr(""))) {
            Expect.report(context, runtime, "the runtime gets no security updates any more",
                    "one that does, such as java21, nodejs22.x or python3.13");
        }
    }
}
