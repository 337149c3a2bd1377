package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Parameters are kept as SecureString. */
public final class Parameters {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:ssm/parameter:Parameter", "the value is kept in plain text", "SecureString", "SecureString", "type"));

    private Parameters() {}
}
