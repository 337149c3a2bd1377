package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** File transfer servers use a current security policy. */
public final class TransferPolicy {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:transfer/server:Server", "old ciphers are accepted, also where nothing is said",
                    "TransferSecurityPolicy-(SshAuditCompliant-|FIPS-|AS2Restricted-|PQ-SSH-(FIPS-)?(Experimental-)?)?202[3-9]-\\d\\d",
                    "TransferSecurityPolicy-2024-01 or newer", "securityPolicyName"));

    private TransferPolicy() {}
}
