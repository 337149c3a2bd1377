package dev.tandem.components.functions;

import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.KeyAlias;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Roles of small functions: their own log group, dead letters and key, and what is added. Pure.
 *
 * @param project     first part of physical names
 * @param environment second part of them
 * @param region      where the functions run
 * @param accountId   twelve digits
 * @param boundaryArn permissions boundary of every role
 */
public record FunctionRoles(String project, String environment, String region, String accountId, String boundaryArn) {

    /** Roles in a foundation's region. */
    public static FunctionRoles in(FoundationRef own) {
        return in(own, own.region());
    }

    /** Roles in another region of a foundation's account. */
    public static FunctionRoles in(FoundationRef own, String region) {
        return new FunctionRoles(own.project(), own.environment(), region, own.accountId(), own.permissionsBoundaryArn());
    }

    /**
     * The role of a function.
     *
     * @param function    its physical name
     * @param description what the role is for
     * @param deadLetters name of the queue for events that it fails on
     * @param may         what the function may do besides
     */
    public RolePlan of(String function, String description, String deadLetters, Statement... may) {
        List<Statement> statements = new ArrayList<>(List.of(may));
        statements.add(Statement.allow("WriteLogs")
                .actions("logs:CreateLogStream", "logs:PutLogEvents")
                .resources(arn("logs", "log-group:/aws/lambda/" + function + ":log-stream:*"))
                .build());
        statements.add(Statement.allow("KeepDeadLetters")
                .actions("sqs:SendMessage")
                .resources(arn("sqs", deadLetters))
                .build());
        statements.add(KeyAlias.use(project, environment, region, accountId, List.of("dynamodb", "lambda", "sqs"),
                "kms:Decrypt", "kms:GenerateDataKey"));
        return new RolePlan(function + "-" + region, description,
                PolicyDocument.trustService("lambda.amazonaws.com", accountId, arn("lambda", "function:" + function)),
                Map.of("work", PolicyDocument.identity(statements.toArray(Statement[]::new))), boundaryArn, Map.of());
    }

    /** A role under which EventBridge delivers, for one rule or for all rules of a bus. */
    public RolePlan delivery(String name, String description, String rule, Statement may) {
        return new RolePlan(name + "-" + region, description,
                PolicyDocument.trustService("events.amazonaws.com", accountId, arn("events", "rule/" + rule)),
                Map.of("deliver", PolicyDocument.identity(may)), boundaryArn, Map.of());
    }

    /** The condition that a table's items are these partition keys only. */
    public static Condition onlyItems(String... partitionKeys) {
        return Condition.allStringsEqual("dynamodb:LeadingKeys", partitionKeys);
    }

    /** ARN of something of the account in the region. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
