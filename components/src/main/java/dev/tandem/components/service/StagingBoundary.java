package dev.tandem.components.service;

import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.mesh.IdentityNames;
import dev.tandem.components.mesh.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The most that roles of trials may ever do, whatever is attached to them: what trials own, by name, and nothing of a service in
 * production but its image and the keys by which its tokens are verified, which are public. Pure.
 */
final class StagingBoundary {

    private StagingBoundary() {}

    /**
     * The policy document.
     *
     * @param names names in the region; whose service does not matter
     * @param trials names of the trials
     */
    static PolicyDocument of(ServiceNames names, List<String> trials) {
        List<ServiceNames> each = trials.stream().map(trial -> new ServiceNames(
                trial, names.project(), names.environment(), names.region(), names.accountId())).toList();
        IdentityNames identities = names.identities();
        return PolicyDocument.identity(
                Statement.allow("Data")
                        .actions("dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem",
                                "dynamodb:Query", "dynamodb:UpdateItem", "secretsmanager:GetSecretValue", "sns:Publish",
                                "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage",
                                "sqs:SendMessage", "ssm:GetParameter")
                        .resources(arns(each, trial -> trial.arn("dynamodb", "table/" + trial.base())))
                        .resources(arns(each, trial -> trial.arn("secretsmanager", "secret:" + trial.secret() + "-??????")))
                        .resources(arns(each, trial -> trial.arn("sns", trial.base())))
                        .resources(arns(each, trial -> trial.arn("sqs", trial.base())))
                        .resources(arns(each, trial -> trial.arn("ssm", "parameter/aws/reference/secretsmanager/" + trial.secret())))
                        .resources(arns(each, trial -> identities.svidArn(trial.service())))
                        .resources(identities.bundleArn())
                        .resources(names.arn("ssm", "parameter" + ServiceNames.publicKeys(names.project(), names.environment(), "*")))
                        .build(),
                Statement.allow("Routes")
                        .actions("dynamodb:GetItem", "dynamodb:Query")
                        .resources(names.arn("dynamodb", "table/" + RouteTable.name(names.project(), names.environment())))
                        .when(Condition.allStringsEqual("dynamodb:LeadingKeys", trials.toArray(String[]::new)))
                        .build(),
                Statement.allow("Events")
                        .actions("events:PutEvents")
                        .resources(names.arn("events", "event-bus/" + names.project() + "-" + names.environment()))
                        .when(Condition.stringEquals("events:source",
                                trials.stream().map(trial -> ExchangePlan.SOURCE_PREFIX + trial).toArray(String[]::new)))
                        .build(),
                Statement.allow("Keys")
                        .actions("kms:Decrypt", "kms:GenerateDataKey")
                        .resources(names.arn("kms", "key/*"))
                        .build(),
                Statement.allow("Logs")
                        .actions("logs:CreateLogStream", "logs:PutLogEvents")
                        .resources(arns(each, trial -> trial.arn("logs", "log-group:" + trial.logGroup() + ":log-stream:*")))
                        .build(),
                Statement.allow("Images")
                        .actions("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
                        .resources(names.arn("ecr", "repository/" + names.project() + "/" + names.environment() + "/*"))
                        .build(),
                // Neither knows a resource; the region is the limit.
                Statement.allow("WithoutResource")
                        .actions("ecr:GetAuthorizationToken", "xray:PutTraceSegments")
                        .anyResource()
                        .when(Condition.stringEquals("aws:RequestedRegion", names.region()))
                        .build());
    }

    private static List<String> arns(List<ServiceNames> trials, Function<ServiceNames, String> arn) {
        List<String> arns = new ArrayList<>();
        trials.forEach(trial -> arns.add(arn.apply(trial)));
        return arns;
    }
}
