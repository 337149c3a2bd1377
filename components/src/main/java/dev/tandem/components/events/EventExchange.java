package dev.tandem.components.events;

import com.pulumi.aws.cloudwatch.EventBus;
import com.pulumi.aws.cloudwatch.EventBusArgs;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetRetryPolicyArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.BoundedRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A region's event bus, the rule that sends what happened here to the other region's bus, and the queue of what could not be
 * delivered, with an alarm. Delivery is at least once and may be late: consumers are idempotent.
 */
public final class EventExchange extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:events:EventExchange";

    private static final String RULE = "aws:cloudwatch/eventRule:EventRule";
    private static final int TWO_WEEKS_SECONDS = 14 * 24 * 3600;
    private static final int DAY_SECONDS = 24 * 3600;
    private static final int DELIVERY_TRIES = 185;

    private final Queue deadLetters;
    private final EventBus bus;
    private final String deadLettersArn;

    /** Declares what the plan says in a foundation's region. */
    public EventExchange(String name, FoundationRef own, ExchangePlan plan, ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        deadLetters = new Queue(name + "-undelivered", QueueArgs.builder()
                .name(plan.deadLetters())
                .kmsMasterKeyId(own.kmsKeyArn())
                .kmsDataKeyReusePeriodSeconds(3600)
                .messageRetentionSeconds(TWO_WEEKS_SECONDS)
                .build(), child);
        deadLettersArn = "arn:aws:sqs:" + own.region() + ":" + own.accountId() + ":" + plan.deadLetters();
        new QueuePolicy(name + "-undelivered", QueuePolicyArgs.builder()
                .queueUrl(deadLetters.url()).policy(plan.queuePolicy()).build(), child);
        bus = new EventBus(name, EventBusArgs.builder()
                .name(plan.bus())
                .description("Events of services, exchanged with the other region")
                .kmsKeyIdentifier(own.kmsKeyArn())
                .build(), child);
        EventRule rule = new EventRule(name + "-forward", EventRuleArgs.builder()
                .name(plan.ruleName())
                .description("What happened in this region, to the other one")
                .eventBusName(bus.name())
                .eventPattern(plan.pattern())
                .build(), child);
        BoundedRole role = BoundedRole.create(name + "-forward", plan.forwarding(), child);
        new EventTarget(name + "-forward", EventTargetArgs.builder()
                .rule(rule.name())
                .eventBusName(bus.name())
                .targetId("other-region")
                .arn(plan.otherBusArn())
                .roleArn(role.role().arn())
                .deadLetterConfig(EventTargetDeadLetterConfigArgs.builder().arn(deadLettersArn).build())
                .retryPolicy(EventTargetRetryPolicyArgs.builder()
                        .maximumEventAgeInSeconds(DAY_SECONDS).maximumRetryAttempts(DELIVERY_TRIES).build())
                .build(), CustomResourceOptions.merge(
                        child, CustomResourceOptions.builder().dependsOn(List.copyOf(role.policies())).build()));
        alarm(name, own, plan, child);
        registerOutputs(Map.of("busArn", bus.arn()));
    }

    private static void alarm(String name, FoundationRef own, ExchangePlan plan, CustomResourceOptions child) {
        Output<List<String>> topic = own.alarmTopicArn().applyValue(List::of);
        new MetricAlarm(name + "-undelivered", MetricAlarmArgs.builder()
                .name(plan.bus() + "-undelivered")
                .alarmDescription("An event reached neither the other region nor its function, and waits to be looked at."
                        + " Runbook: docs/runbooks/dead-letters.md")
                .namespace("AWS/SQS")
                .metricName("ApproximateNumberOfMessagesVisible")
                .dimensions(Map.of("QueueName", plan.deadLetters()))
                .statistic("Maximum")
                .comparisonOperator("GreaterThanThreshold")
                .threshold(0.0)
                .period(300)
                .evaluationPeriods(1)
                .treatMissingData("notBreaching")
                .alarmActions(topic)
                .okActions(topic)
                .build(), child);
    }

    /** ARN of the queue of undelivered events, known before it exists. */
    public String deadLettersArn() {
        return deadLettersArn;
    }

    /** The bus, for those who must wait for it. */
    public EventBus bus() {
        return bus;
    }

    /** Options under which every rule waits for the bus: AWS refuses a rule of a bus that is not there yet. */
    public ComponentResourceOptions rulesWait(ComponentResourceOptions options) {
        ResourceTransformation waits = args -> Optional.ofNullable(!args.resource().pulumiResourceType().equals(RULE)
                ? null : new ResourceTransformation.Result(args.args(), CustomResourceOptions.merge(
                        (CustomResourceOptions) args.options(), CustomResourceOptions.builder().dependsOn(bus).build())));
        return ComponentResourceOptions.merge(options, ComponentResourceOptions.builder().resourceTransformations(waits).build());
    }

    /** The queue itself, for those who must wait for it. */
    public Queue deadLetters() {
        return deadLetters;
    }
}
