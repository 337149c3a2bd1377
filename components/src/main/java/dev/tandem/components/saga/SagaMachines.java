package dev.tandem.components.saga;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.BoundedRole;
import dev.tandem.components.workflow.Machines;
import java.util.List;
import java.util.Map;

/**
 * A saga in a region: its state machine, the relay between bus and machine, the rule that starts the relay, and an alarm when the
 * relay fails. A saga that is stuck tells the alarms' topic by itself. Give it the region's provider: every child inherits it.
 */
public final class SagaMachines extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:saga:SagaMachines";

    private static final int FIVE_MINUTES = 300;

    private final SagaPlan plan;
    private final CustomResourceOptions child;

    /**
     * Declares a saga.
     *
     * @param name     Pulumi name, prefix of all children's names
     * @param own      the region
     * @param owner    service whose event starts it
     * @param saga     what it is
     * @param exchange the region's bus
     */
    public SagaMachines(
            String name, FoundationRef own, String owner, SagaDocument saga, EventExchange exchange, ComponentResourceOptions options) {
        super(TYPE, name, options);
        child = CustomResourceOptions.builder().parent(this).dependsOn(exchange.bus(), exchange.deadLetters()).build();
        plan = SagaPlan.of(FunctionRoles.in(own), owner, saga, own.knownAlarmTopicArn());
        Machines machines = new Machines(name, own, plan.machineRole(), plan.logs(), List.of(), child);
        StateMachine machine = machines.create(name, plan.name(), plan.definition());
        StateMachine relay = machines.express(name + "-relay", plan.relayName(), plan.relay(), plan.relayRole());
        EventRule rule = new EventRule(name, EventRuleArgs.builder()
                .name(plan.rule())
                .description("Events that start the saga " + saga.name() + ", and answers to its commands")
                .eventBusName(own.project() + "-" + own.environment())
                .eventPattern(plan.pattern())
                .build(), child);
        BoundedRole starter = BoundedRole.create(name + "-starts", plan.starter(), child);
        new EventTarget(name, EventTargetArgs.builder()
                .rule(rule.name())
                .eventBusName(own.project() + "-" + own.environment())
                .targetId("relay")
                .arn(relay.arn())
                .roleArn(starter.role().arn())
                .deadLetterConfig(EventTargetDeadLetterConfigArgs.builder().arn(exchange.deadLettersArn()).build())
                .build(), CustomResourceOptions.merge(
                        child, CustomResourceOptions.builder().dependsOn(List.copyOf(starter.policies())).build()));
        alarm(name, own, saga, relay);
        registerOutputs(Map.of("machineArn", machine.arn()));
    }

    /** What it was made from. */
    public SagaPlan plan() {
        return plan;
    }

    private void alarm(String name, FoundationRef own, SagaDocument saga, StateMachine relay) {
        Output<List<String>> topic = own.alarmTopicArn().applyValue(List::of);
        new MetricAlarm(name + "-relay", MetricAlarmArgs.builder()
                .name(plan.relayName() + "-failures")
                .alarmDescription("An event did not reach the saga " + saga.name() + ": one does not start, or a step waits in vain."
                        + " Runbook: docs/runbooks/saga-stuck.md")
                .namespace("AWS/States")
                .metricName("ExecutionsFailed")
                .dimensions(relay.arn().applyValue(arn -> Map.of("StateMachineArn", arn)))
                .statistic("Sum")
                .period(FIVE_MINUTES)
                .evaluationPeriods(1)
                .threshold(0.0)
                .comparisonOperator("GreaterThanThreshold")
                .treatMissingData("notBreaching")
                .alarmActions(topic)
                .okActions(topic)
                .build(), child);
    }
}
