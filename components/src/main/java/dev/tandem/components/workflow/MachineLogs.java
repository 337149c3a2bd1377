package dev.tandem.components.workflow;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;

/**
 * Where machines write runs that failed.
 *
 * @param group      log group
 * @param policyName name of the policy that lets Step Functions write to it
 * @param policy     that policy (JSON); declared, so that the machines' role need not change log policies
 */
public record MachineLogs(String group, String policyName, String policy) {

    /**
     * Logs under a name. The prefix keeps the account's log policies short: CloudWatch cuts them at 5,120 characters.
     *
     * @param name       last part of the log group's name
     * @param policyName name of the policy
     * @param region     where the machines run
     * @param accountId  twelve digits
     */
    public static MachineLogs of(String name, String policyName, String region, String accountId) {
        String group = "/aws/vendedlogs/states/" + name;
        String logs = "arn:aws:logs:" + region + ":" + accountId + ":";
        return new MachineLogs(group, policyName, PolicyDocument.resource(Statement.allow("DeliverLogs")
                        .services("delivery.logs.amazonaws.com")
                        .actions("logs:CreateLogStream", "logs:PutLogEvents")
                        .resources(logs + "log-group:" + group + ":log-stream:*")
                        .when(Condition.onBehalfOf(accountId, logs + "*"))
                        .build())
                .toJson());
    }

    /**
     * What the machines' role needs. None of the actions knows a resource. Source: Step Functions, "IAM policies for logging to
     * CloudWatch Logs"; without logs:PutResourcePolicy, since the log group's policy is declared.
     */
    public static Statement deliver(String region) {
        return Statement.allow("DeliverLogs")
                .actions("logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups",
                        "logs:DescribeResourcePolicies", "logs:GetLogDelivery", "logs:ListLogDeliveries",
                        "logs:UpdateLogDelivery")
                .anyResource()
                .when(Condition.stringEquals("aws:RequestedRegion", region))
                .build();
    }
}
