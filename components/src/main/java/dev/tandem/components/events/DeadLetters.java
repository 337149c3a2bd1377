package dev.tandem.components.events;

import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;

/** Who may put messages into the queue of undelivered events: EventBridge, for rules of this account and region. */
final class DeadLetters {

    private DeadLetters() {}

    static String policy(FunctionRoles roles, String queue) {
        String arn = roles.arn("sqs", queue);
        return PolicyDocument.resource(
                        Statement.allow("Undelivered")
                                .services("events.amazonaws.com")
                                .actions("sqs:SendMessage")
                                .resources(arn)
                                .when(Condition.onBehalfOf(roles.accountId(),
                                        roles.arn("events", "rule/*")))
                                .build(),
                        Statement.deny("DenyPlaintext")
                                .awsPrincipals("*")
                                .actions("sqs:*")
                                .resources(arn)
                                .when(Condition.bool("aws:SecureTransport", false))
                                .build())
                .toJson();
    }
}
