package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Mail leaves over TLS or not at all. */
public final class Mail {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:ses/configurationSet:ConfigurationSet", "mail may be delivered in plain text", "(?i)require", "Require",
                    "deliveryOptions[0].tlsPolicy"),
            matching("aws:sesv2/configurationSet:ConfigurationSet", "mail may be delivered in plain text", "(?i)require", "REQUIRE",
                    "deliveryOptions[0].tlsPolicy"));

    private Mail() {}
}
