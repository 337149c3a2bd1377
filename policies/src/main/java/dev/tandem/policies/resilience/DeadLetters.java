package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.named;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** What a subscription or a rule cannot deliver goes to a dead letter queue. */
public final class DeadLetters {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            present("aws:sns/topicSubscription:TopicSubscription", "a message that cannot be delivered is lost",
                    "a redrivePolicy with deadLetterTargetArn", "redrivePolicy").when("protocol", "sqs|lambda|https?|firehose"),
            named("aws:cloudwatch/eventTarget:EventTarget", "an event that cannot be delivered is lost",
                    "a deadLetterConfig with the ARN of a queue", "deadLetterConfig[0].arn"),
            named("aws:scheduler/schedule:Schedule", "a call that fails is lost", "a deadLetterConfig with the ARN of a queue",
                    "target[0].deadLetterConfig[0].arn"));

    private DeadLetters() {}
}
