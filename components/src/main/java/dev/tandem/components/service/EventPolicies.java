package dev.tandem.components.service;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.Statement;

/** Policies of a service's topic and queues. Pure. */
final class EventPolicies {

    private EventPolicies() {}

    /** The account's principals as far as their own policies say, which needs no statement; nobody over plain text. */
    static String topic(ServiceNames names) {
        String arn = names.arn("sns", names.base());
        return PolicyDocument.resource(plaintext(arn, "sns:Publish")).toJson();
    }

    /** EventBridge, for this service's own rules only. */
    static String queue(ServiceNames names, String queue) {
        String arn = names.arn("sqs", queue);
        return PolicyDocument.resource(
                        Statement.allow("Events")
                                .services("events.amazonaws.com")
                                .actions("sqs:SendMessage")
                                .resources(arn)
                                .when(Condition.onBehalfOf(names.accountId(), rules(names)))
                                .build(),
                        plaintext(arn, "sqs:*"))
                .toJson();
    }

    private static String rules(ServiceNames names) {
        return names.arn("events", "rule/" + names.project() + "-" + names.environment() + "/" + names.base() + "-from-*");
    }

    private static Statement plaintext(String arn, String actions) {
        return Statement.deny("DenyPlaintext")
                .awsPrincipals("*")
                .actions(actions)
                .resources(arn)
                .when(Condition.bool("aws:SecureTransport", false))
                .build();
    }
}
