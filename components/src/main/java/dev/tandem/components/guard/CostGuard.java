package dev.tandem.components.guard;

import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.functions.SmallFunction;
import dev.tandem.components.guard.GuardPlan.BudgetAction;
import dev.tandem.components.workflow.Machines;
import java.util.List;
import java.util.Map;

/** Budgets to topic to function to machine; a look at running tasks each hour; alarms in a chat. */
public final class CostGuard extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:guard:CostGuard";

    private static final int HOUR_SECONDS = 3600;
    private static final int HOURS = 3;

    private final String name;
    private final FoundationRef own;
    private final String deadLetters;
    private final CustomResourceOptions child;

    /** Declares what the arguments ask for in a foundation's region. */
    public CostGuard(String name, FoundationRef own, GuardArgs args, EventExchange exchange, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.name = name;
        this.own = own;
        this.deadLetters = exchange.deadLettersArn();
        this.child = CustomResourceOptions.builder().parent(this).dependsOn(exchange.deadLetters()).build();
        GuardPlan plan = GuardPlan.of(FunctionRoles.in(own), own.knownAlarmTopicArn(), args);
        plan.action().ifPresent(this::action);
        plan.tasks().ifPresent(function -> tasks(function, plan));
        plan.chat().ifPresent(function -> subscribe("chat", function));
        registerOutputs(Map.of());
    }

    private void action(BudgetAction action) {
        new Machines(name + "-budget-machine", own, action.role(), action.logs(), List.of(), child)
                .create(name + "-budget", action.name(), action.machine());
        subscribe("budget", action.starter());
    }

    /** The alarms topic calls a function. */
    private void subscribe(String use, FunctionPlan plan) {
        Function function = SmallFunction.create(name + "-" + use, own, plan, Map.of(), deadLetters, child);
        Permission permission = new Permission(name + "-" + use, PermissionArgs.builder()
                .statementId(plan.name())
                .function(function.name())
                .action("lambda:InvokeFunction")
                .principal("sns.amazonaws.com")
                .sourceArn(own.alarmTopicArn())
                .build(), child);
        new TopicSubscription(name + "-" + use, TopicSubscriptionArgs.builder()
                .topic(own.alarmTopicArn()).protocol("lambda").endpoint(function.arn()).build(),
                CustomResourceOptions.merge(child, CustomResourceOptions.builder().dependsOn(permission).build()));
    }

    private void tasks(FunctionPlan function, GuardPlan plan) {
        Function tasks = SmallFunction.create(name + "-tasks", own, function, Map.of(), deadLetters, child);
        SmallFunction.calledBy(name + "-tasks", FunctionRoles.in(own).arn("events", "rule/" + function.name() + "-each-hour"), EventRuleArgs.builder()
                .description("Prices the tasks that run").scheduleExpression("rate(1 hour)"), tasks, "tasks", deadLetters, child);
        new MetricAlarm(name + "-tasks", MetricAlarmArgs.builder()
                .name(GuardPlan.tasksAlarm(own.project() + "-" + own.environment()))
                .alarmDescription("For three hours running tasks have cost over a quarter more than those that rest."
                        + " Runbook: docs/runbooks/budget-hit.md")
                .namespace("Tandem/Cost")
                .metricName("TasksUsdAnHour")
                .dimensions(Map.of("Environment", own.environment()))
                .statistic("Maximum")
                .comparisonOperator("GreaterThanThreshold")
                .threshold(plan.usdAnHour().doubleValue())
                .period(HOUR_SECONDS)
                .evaluationPeriods(HOURS)
                .treatMissingData("breaching")
                .alarmActions(own.alarmTopicArn().applyValue(List::of))
                .okActions(own.alarmTopicArn().applyValue(List::of))
                .build(), child);
    }
}
