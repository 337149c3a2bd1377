package dev.tandem.components.endpoints;

import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.functions.SmallFunction;
import java.util.Map;

/** The function of a region that writes where its tasks are, run by their changes and by a schedule. */
public final class EndpointWriter extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:endpoints:EndpointWriter";

    private static final String TARGET = "endpoints";

    /** Declares what the plan says; what the function fails on goes to the exchange's dead letters. */
    public EndpointWriter(
            String name, FoundationRef own, EndpointsPlan plan, EventExchange exchange, ComponentResourceOptions options) {
        super(TYPE, name, options);
        // Lambda and EventBridge look at the queue of dead letters when they are told of it.
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).dependsOn(exchange.deadLetters()).build();
        String deadLetters = exchange.deadLettersArn();
        FunctionRoles names = FunctionRoles.in(own);
        Function function = SmallFunction.create(name, own, plan.function(), Map.of(), deadLetters, child);
        SmallFunction.calledBy(name + "-changes", names.arn("events", "rule/" + plan.ruleName()), EventRuleArgs.builder()
                .description("Tasks of this cluster start and end").eventPattern(plan.pattern()), function, TARGET, deadLetters, child);
        SmallFunction.calledBy(name + "-repair", names.arn("events", "rule/" + plan.repair()), EventRuleArgs.builder()
                .description("Writes all endpoints again").scheduleExpression(EndpointsPlan.REPAIR_RATE), function, TARGET, deadLetters,
                child);
        registerOutputs(Map.of("functionArn", function.arn()));
    }
}
