package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Topics deliver over HTTPS. */
public final class Subscriptions {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:sns/topicSubscription:TopicSubscription", "messages are delivered in plain text", "(?i)(?!http$).*", "https",
                    "protocol"));

    private Subscriptions() {}
}
