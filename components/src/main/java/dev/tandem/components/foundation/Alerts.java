package dev.tandem.components.foundation;

import com.pulumi.aws.budgets.Budget;
import com.pulumi.aws.budgets.BudgetArgs;
import com.pulumi.aws.budgets.inputs.BudgetCostFilterArgs;
import com.pulumi.aws.budgets.inputs.BudgetNotificationArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The alarms topic, its subscribers, the region's budget and the load balancer's own alarm. */
public final class Alerts extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:foundation:Alerts";

    private final CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
    private final Output<String> topicArn;

    /**
     * Declares what the plan says.
     *
     * @param keyArn       customer key that encrypts the topic
     * @param albArnSuffix CloudWatch dimension of the load balancer
     */
    public Alerts(String name, AlertsPlan plan, Output<String> keyArn, Output<String> albArnSuffix,
            ComponentResourceOptions options) {
        super(TYPE, name, options);
        List<Resource> ready = new ArrayList<>();
        this.topicArn = plan.topicArn().map(Output::of).orElseGet(() -> topic(name, plan, keyArn, ready));
        if (plan.budget()) {
            budget(name, plan, ready);
        }
        QuotaAlarms.create(name, plan.quotas(), topicArn, child);
        new MetricAlarm(name + "-edge-5xx", MetricAlarmArgs.builder()
                .alarmDescription("The load balancer itself answers with 5xx: no healthy target, or no connection to one."
                        + " Runbook: docs/runbooks/service-down.md")
                .namespace("AWS/ApplicationELB")
                .metricName("HTTPCode_ELB_5XX_Count")
                .dimensions(albArnSuffix.applyValue(suffix -> Map.of("LoadBalancer", suffix)))
                .statistic("Sum")
                .period(60)
                .evaluationPeriods(5)
                .datapointsToAlarm(3)
                .threshold(5.0)
                .comparisonOperator("GreaterThanOrEqualToThreshold")
                .treatMissingData("notBreaching")
                .alarmActions(topicArn.applyValue(List::of))
                .okActions(topicArn.applyValue(List::of))
                .build(), child);
        registerOutputs(Map.of("topicArn", topicArn));
    }

    private Output<String> topic(String name, AlertsPlan plan, Output<String> keyArn, List<Resource> ready) {
        Topic topic = new Topic(
                name, TopicArgs.builder().name(plan.topicName()).kmsMasterKeyId(keyArn).build(), child);
        ready.add(new TopicPolicy(
                name, TopicPolicyArgs.builder().arn(topic.arn()).policy(plan.topicPolicy()).build(), child));
        for (String email : plan.emails()) {
            new TopicSubscription(name + "-" + email, TopicSubscriptionArgs.builder()
                    .topic(topic.arn()).protocol("email").endpoint(email).build(), child);
        }
        return topic.arn();
    }

    /** After the topic's policy: Budgets refuses a topic that it may not publish to. */
    private void budget(String name, AlertsPlan plan, List<Resource> ready) {
        List<BudgetNotificationArgs> notifications = new ArrayList<>();
        plan.thresholds().forEach(percent -> notifications.add(notification(plan, "ACTUAL", percent)));
        plan.forecasts().forEach(percent -> notifications.add(notification(plan, "FORECASTED", percent)));
        new Budget(name, BudgetArgs.builder()
                .name(plan.budgetName())
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .limitAmount(plan.budgetUsd())
                .limitUnit("USD")
                .costFilters(BudgetCostFilterArgs.builder().name("Region").values(plan.region()).build())
                .notifications(notifications)
                .build(), CustomResourceOptions.builder().parent(this).dependsOn(ready).build());
    }

    private BudgetNotificationArgs notification(AlertsPlan plan, String type, int percent) {
        return BudgetNotificationArgs.builder()
                .notificationType(type)
                .comparisonOperator("GREATER_THAN")
                .threshold((double) percent)
                .thresholdType("PERCENTAGE")
                .subscriberSnsTopicArns(topicArn.applyValue(List::of))
                .subscriberEmailAddresses(plan.emails())
                .build();
    }

    /** The alarms topic. */
    public Output<String> topicArn() {
        return topicArn;
    }
}
