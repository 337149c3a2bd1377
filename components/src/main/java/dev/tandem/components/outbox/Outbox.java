package dev.tandem.components.outbox;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.lambda.EventSourceMapping;
import com.pulumi.aws.lambda.EventSourceMappingArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.inputs.EventSourceMappingDestinationConfigArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingDestinationConfigOnFailureArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingFilterCriteriaArgs;
import com.pulumi.aws.lambda.inputs.EventSourceMappingFilterCriteriaFilterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.functions.SmallFunction;
import java.util.List;
import java.util.Map;

/**
 * Brings what a service wrote into its outbox to the region's bus, and tells when events wait. Each region has the function; whose
 * stack owns the table connects streams and functions, those of the other region too, since it alone knows both streams.
 */
public final class Outbox extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:outbox:Outbox";

    private static final int FIVE_MINUTES = 300;
    private static final double LATE_MILLISECONDS = 600_000;

    private final OutboxPlan plan;
    private final Function function;

    /**
     * Declares the function of a region.
     *
     * @param name     Pulumi name, prefix of all children's names
     * @param own      the region
     * @param service  whose events
     * @param exchange the region's bus, and its queue of what cannot be delivered
     */
    public Outbox(String name, FoundationRef own, String service, EventExchange exchange, ComponentResourceOptions options) {
        super(TYPE, name, options);
        plan = OutboxPlan.of(FunctionRoles.in(own), service);
        function = SmallFunction.create(name, own, plan.function(), Map.of(), exchange.deadLettersArn(),
                CustomResourceOptions.builder().parent(this).dependsOn(exchange.deadLetters(), exchange.bus()).build());
        alarm(name, own, service);
        registerOutputs(Map.of("functionArn", function.arn()));
    }

    /** What it was made from. */
    public OutboxPlan plan() {
        return plan;
    }

    /** Connects the function with the stream of the region's own table. */
    public void reads(String name, FoundationRef own, Output<String> stream) {
        mapping(name, FunctionRoles.in(own), plan, stream, function.arn(), CustomResourceOptions.builder().parent(this).build());
    }

    /**
     * Connects the function that another region's stack declared with the stream of the replica there.
     *
     * @param region  that region
     * @param stream  of the replica
     * @param options with that region's provider
     */
    public static void readsReplica(
            String name, FoundationRef own, String region, String service, Output<String> stream, CustomResourceOptions options) {
        FunctionRoles there = FunctionRoles.in(own, region);
        OutboxPlan plan = OutboxPlan.of(there, service);
        mapping(name, there, plan, stream, Output.of(there.arn("lambda", "function:" + plan.function().name())), options);
    }

    /** The function goes on trying for a day before anything is in the queue: long before that somebody hears of it. */
    private void alarm(String name, FoundationRef own, String service) {
        Output<List<String>> topic = own.alarmTopicArn().applyValue(List::of);
        new MetricAlarm(name, MetricAlarmArgs.builder()
                .name(plan.function().name() + "-late")
                .alarmDescription("Events of " + service + " wait in its outbox for more than ten minutes: the function fails, or the bus does"
                        + " not take them. Runbook: docs/runbooks/dead-letters.md")
                .namespace("AWS/Lambda")
                .metricName("IteratorAge")
                .dimensions(Map.of("FunctionName", plan.function().name()))
                .statistic("Maximum")
                .period(FIVE_MINUTES)
                .evaluationPeriods(2)
                .threshold(LATE_MILLISECONDS)
                .comparisonOperator("GreaterThanThreshold")
                .treatMissingData("notBreaching")
                .alarmActions(topic)
                .okActions(topic)
                .build(), CustomResourceOptions.builder().parent(this).build());
    }

    /** In the order of a shard, and again until the stream forgets it after a day: what stays behind then is told of in the queue. */
    private static void mapping(String name, FunctionRoles in, OutboxPlan plan, Output<String> stream, Output<String> function,
            CustomResourceOptions options) {
        new EventSourceMapping(name, EventSourceMappingArgs.builder()
                .eventSourceArn(stream)
                .functionName(function)
                .startingPosition("TRIM_HORIZON")
                .batchSize(OutboxPlan.BATCH)
                .parallelizationFactor(1)
                .maximumRetryAttempts(-1)
                .functionResponseTypes("ReportBatchItemFailures")
                .filterCriteria(EventSourceMappingFilterCriteriaArgs.builder()
                        .filters(EventSourceMappingFilterCriteriaFilterArgs.builder().pattern(plan.filter()).build())
                        .build())
                .destinationConfig(EventSourceMappingDestinationConfigArgs.builder()
                        .onFailure(EventSourceMappingDestinationConfigOnFailureArgs.builder()
                                .destinationArn(in.arn("sqs", ExchangePlan.deadLetters(in.project(), in.environment())))
                                .build())
                        .build())
                .build(), options);
    }
}
