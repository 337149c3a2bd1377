package dev.tandem.components.logs;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;

/**
 * A log group that an AWS service fills by CloudWatch's log delivery.
 *
 * @param group      log group
 * @param policyName name of the policy that lets the delivery write to it
 * @param policy     that policy (JSON); declared, so that the service's role need not change log policies
 */
public record VendedLogs(String group, String policyName, String policy) {

    /**
     * Logs under a name. The prefix keeps the account's log policies short: CloudWatch cuts them at 5,120 characters.
     *
     * @param service    the service, as its vended logs are named: {@code states}, {@code fis}
     * @param name       last part of the log group's name
     * @param policyName name of the policy
     * @param region     where the service runs
     * @param accountId  twelve digits
     */
    public static VendedLogs of(String service, String name, String policyName, String region, String accountId) {
        String group = "/aws/vendedlogs/" + service + "/" + name;
        String logs = "arn:aws:logs:" + region + ":" + accountId + ":";
        return new VendedLogs(group, policyName, PolicyDocument.resource(Statement.allow("DeliverLogs")
                        .services("delivery.logs.amazonaws.com")
                        .actions("logs:CreateLogStream", "logs:PutLogEvents")
                        .resources(logs + "log-group:" + group + ":log-stream:*")
                        .when(Condition.onBehalfOf(accountId, logs + "*"))
                        .build())
                .toJson());
    }

    /**
     * What the service's role needs. None of the actions knows a resource. Source: Step Functions, "IAM policies for logging to
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
