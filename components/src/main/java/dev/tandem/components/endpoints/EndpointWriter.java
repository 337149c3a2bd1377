package dev.tandem.components.endpoints;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.SmallFunction;
import java.util.Map;

/** The function of a region that writes where its tasks are, run by their changes and by a schedule. */
public final class EndpointWriter extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:endpoints:EndpointWriter";

    private final String name;
    private final FoundationRef own;
    private final String deadLetters;
    private final CustomResourceOptions child;

    /** Declares what the plan says; what the function fails on goes to the exchange's dead letters. */
    public EndpointWriter(
            String name, FoundationRef own, EndpointsPlan plan, EventExchange exchange, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.name = name;
        this.own = own;
        // Lambda and EventBridge look at the queue of dead letters when they are told of it.
        this.child = CustomResourceOptions.builder().parent(this).dependsOn(exchange.deadLetters()).build();
        this.deadLetters = exchange.deadLettersArn();
        Function function = SmallFunction.create(name, own, plan.function(), Map.of(), deadLetters, child);
        calls("changes", EventRuleArgs.builder()
                .name(plan.ruleName()).description("Tasks of this cluster start and end").eventPattern(plan.pattern())
                .build(), plan.ruleName(), function);
        calls("repair", EventRuleArgs.builder()
                .name(plan.repair()).description("Writes all endpoints again").scheduleExpression(EndpointsPlan.REPAIR_RATE)
                .build(), plan.repair(), function);
        registerOutputs(Map.of("functionArn", function.arn()));
    }

    private void calls(String use, EventRuleArgs args, String ruleName, Function function) {
        EventRule rule = new EventRule(name + "-" + use, args, child);
        SmallFunction.allowRule(name + "-" + use, function,
                "arn:aws:events:" + own.region() + ":" + own.accountId() + ":rule/" + ruleName, child);
        new EventTarget(name + "-" + use, EventTargetArgs.builder()
                .rule(rule.name())
                .targetId("endpoints")
                .arn(function.arn())
                .deadLetterConfig(EventTargetDeadLetterConfigArgs.builder().arn(deadLetters).build())
                .build(), child);
    }
}
