package dev.tandem.components.events;

import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;

/** Who may put messages into the queue of undelivered events: EventBridge, for rules of this account and region. */
final class DeadLetters {

    private DeadLetters() {}

    static String policy(FunctionRoles roles, String queue) {
        String arn = "arn:aws:sqs:" + roles.region() + ":" + roles.accountId() + ":" + queue;
        return PolicyDocument.resource(
                        Statement.allow("Undelivered")
                                .services("events.amazonaws.com")
                                .actions("sqs:SendMessage")
                                .resources(arn)
                                .when(Condition.onBehalfOf(roles.accountId(),
                                        "arn:aws:events:" + roles.region() + ":" + roles.accountId() + ":rule/*"))
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
