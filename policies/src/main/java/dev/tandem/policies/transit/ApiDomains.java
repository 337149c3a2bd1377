package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Domains of APIs accept TLS 1.2 and newer only. */
public final class ApiDomains {

    private static final String MODERN = "TLS_1_[23]|SecurityPolicy_TLS1[23]_.*";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:apigateway/domainName:DomainName", "old TLS versions are accepted", MODERN, "TLS_1_2", "securityPolicy"),
            matching("aws:apigatewayv2/domainName:DomainName", "old TLS versions are accepted", MODERN, "TLS_1_2",
                    "domainNameConfiguration[0].securityPolicy", "domainNameConfigurations[0].securityPolicy"));

    private ApiDomains() {}
}
