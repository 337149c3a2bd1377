package dev.tandem.components.foundation;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Who hears of what.
 *
 * @param knownTopicArn ARN of the topic, own or given
 * @param topicName   physical name of the alarms topic
 * @param topicPolicy its policy (JSON)
 * @param emails      subscribers by mail
 * @param budgetName  physical name of the region's budget
 * @param budgetUsd   its limit in USD a month, two decimals
 * @param region      the region whose costs count
 * @param thresholds  percent of actual costs at which a notification goes out
 * @param forecasts   percent of the costs that AWS forecasts for the month; with {@code thresholds} at most five, which is what
 *                    a budget can have (AWS Budgets API, CreateBudget)
 * @param topicArn    a topic that is there, used instead of an own one
 * @param budget      whether the region has a budget of its own
 * @param quotas      quotas that are watched
 */
public record AlertsPlan(
        String knownTopicArn,
        String topicName,
        String topicPolicy,
        List<String> emails,
        String budgetName,
        String budgetUsd,
        String region,
        List<Integer> thresholds,
        List<Integer> forecasts,
        Optional<String> topicArn,
        boolean budget,
        List<QuotaAlarmPlan> quotas) {

    private static final List<Integer> THRESHOLDS = List.of(50, 80, 100);
    private static final List<Integer> FORECASTS = List.of(80, 100);

    static AlertsPlan of(FoundationArgs args) {
        String region = args.network().region();
        String topic = args.prefix() + "-alarms";
        BigDecimal usd = args.monthlyBudgetUsd().setScale(2, RoundingMode.HALF_UP);
        return new AlertsPlan(args.adopted().alarmTopicArn().orElse(arn(topic, region, args.network().accountId())), topic, topicPolicy(topic, region, args.network().accountId()), args.alarmEmails(),
                args.prefix() + "-" + region, usd.toPlainString(), region, THRESHOLDS, FORECASTS,
                args.adopted().alarmTopicArn(), args.adopted().budgetName().isEmpty(),
                args.choices().quotaAlarms() ? QuotaAlarmPlan.all() : List.of());
    }

    private static String topicPolicy(String topic, String region, String accountId) {
        String arn = arn(topic, region, accountId);
        return PolicyDocument.resource(
                Statement.allow("Alarms")
                        .services("cloudwatch.amazonaws.com")
                        .actions("sns:Publish")
                        .resources(arn)
                        .when(Condition.onBehalfOf(
                                accountId, "arn:aws:cloudwatch:" + region + ":" + accountId + ":alarm:*"))
                        .build(),
                Statement.allow("Budgets")
                        .services("budgets.amazonaws.com")
                        .actions("sns:Publish")
                        .resources(arn)
                        .when(Condition.onBehalfOf(accountId, "arn:aws:budgets::" + accountId + ":*"))
                        .build(),
                Statement.deny("DenyPlaintext")
                        .awsPrincipals("*")
                        .actions("sns:Publish")
                        .resources(arn)
                        .when(Condition.bool("aws:SecureTransport", false))
                        .build())
                .toJson();
    }

    private static String arn(String topic, String region, String accountId) {
        return "arn:aws:sns:" + region + ":" + accountId + ":" + topic;
    }
}
