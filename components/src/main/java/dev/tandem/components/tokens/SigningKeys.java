package dev.tandem.components.tokens;

import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.functions.SmallFunction;
import dev.tandem.components.service.ImageRef;
import java.util.List;
import java.util.Map;

/**
 * Rotates the keys that a service signs tokens with: a function on a schedule, which alone may write them. Declare it once in each
 * region; keys are a region's own. Give it the region's provider: every child inherits it.
 */
public final class SigningKeys extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:tokens:SigningKeys";

    private static final int TWO_HOURS = 7200;

    private final CustomResourceOptions child;
    private final SigningKeysPlan plan;

    /**
     * Declares the rotation of a service's keys.
     *
     * @param name     Pulumi name, prefix of all children's names
     * @param own      the region
     * @param service  the service that signs
     * @param image    of the function, in the region's registry
     * @param exchange whose queue takes the events that the function fails on
     */
    public SigningKeys(
            String name, FoundationRef own, String service, ImageRef image, EventExchange exchange, ComponentResourceOptions options) {
        super(TYPE, name, options);
        plan = SigningKeysPlan.of(new FunctionRoles(own.project(), own.environment(), own.region(), own.accountId(),
                own.permissionsBoundaryArn()), service, image);
        child = CustomResourceOptions.builder().parent(this).dependsOn(exchange.deadLetters()).build();
        Function function = plan.runs().create(name, own, Output.of(exchange.deadLettersArn()), child);
        SmallFunction.calledBy(name, plan.ruleArn(), EventRuleArgs.builder()
                .description("Rotates the keys that " + service + " signs tokens with").scheduleExpression(plan.schedule()), function, "rotate",
                exchange.deadLettersArn(), child);
        alarm(name, own);
        registerOutputs(Map.of("functionArn", function.arn()));
    }

    /** What it was made from. */
    public SigningKeysPlan plan() {
        return plan;
    }

    /** Silence counts as failure: a run without errors is a value of 0. */
    private void alarm(String name, FoundationRef own) {
        Output<List<String>> topic = own.alarmTopicArn().applyValue(List::of);
        new MetricAlarm(name, MetricAlarmArgs.builder()
                .name(plan.function() + "-failures")
                .alarmDescription("The signing keys of " + plan.service() + " are not rotated: the function fails, or does not run."
                        + " Runbook: docs/runbooks/signing-keys.md")
                .namespace("AWS/Lambda")
                .metricName("Errors")
                .dimensions(Map.of("FunctionName", plan.function()))
                .statistic("Sum")
                .period(TWO_HOURS)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator("GreaterThanOrEqualToThreshold")
                .treatMissingData("breaching")
                .alarmActions(topic)
                .okActions(topic)
                .build(), child);
    }
}
