package dev.tandem.policies.lifecycle;

import static java.util.Map.entry;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Map;

/** Functions run on runtimes that still get security updates. */
public final class FunctionRuntimes implements ResourceCheck {

    private static final String SOURCE = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";

    /**
     * Runtime to the day of its deprecation, from which on AWS patches it no more. Source: {@link #SOURCE}; those since 2024
     * were compared in November 2026 with AWS' own list (awslabs/aws-service-eol-data), the earlier ones with endoflife.date.
     */
    private static final Map<String, String> OVER = Map.ofEntries(
            entry("nodejs", "2016-10-31"), entry("nodejs4.3", "2020-03-05"), entry("nodejs4.3-edge", "2019-04-30"),
            entry("nodejs6.10", "2019-08-12"), entry("nodejs8.10", "2020-03-06"), entry("nodejs10.x", "2021-07-30"),
            entry("nodejs12.x", "2023-03-31"), entry("nodejs14.x", "2023-12-04"), entry("nodejs16.x", "2024-06-12"),
            entry("nodejs18.x", "2025-09-01"), entry("nodejs20.x", "2026-04-30"), entry("python2.7", "2021-07-15"),
            entry("python3.6", "2022-07-18"), entry("python3.7", "2023-12-04"), entry("python3.8", "2024-10-14"),
            entry("python3.9", "2025-12-15"), entry("python3.10", "2026-10-31"), entry("ruby2.5", "2021-07-30"),
            entry("ruby2.7", "2023-12-07"), entry("ruby3.2", "2026-03-31"), entry("java8", "2024-01-08"),
            entry("go1.x", "2024-01-08"), entry("dotnetcore1.0", "2019-06-27"), entry("dotnetcore2.0", "2019-05-30"),
            entry("dotnetcore2.1", "2022-01-05"), entry("dotnetcore3.1", "2023-04-03"), entry("dotnet5.0", "2022-05-10"),
            entry("dotnet6", "2024-12-20"), entry("dotnet7", "2024-05-14"), entry("dotnet8", "2026-11-10"),
            entry("provided", "2024-01-08"));

    @Override
    public void check(ResourceContext context) {
        judge(context, context.get("runtime"));
        context.each(context.get("compatibleRuntimes").items(), runtime -> judge(context, runtime));
    }

    private static void judge(ResourceContext context, Property runtime) {
        String ended = OVER.get(runtime.stringOr(""));
        if (ended != null) {
            Expect.report(context, runtime, "the runtime gets no security updates any more",
                    "one that does, such as java21, nodejs22.x or python3.13; it ended on " + ended + " (" + SOURCE + ")");
        }
    }
}
