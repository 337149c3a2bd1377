package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.named;

import dev.tandem.policies.demand.Demands;

/** An API refuses requests that are not as described, and shows its backend who it is. */
public final class ApiRequests {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            named("aws:apigateway/method:Method", "the backend gets what no model describes", "the ID of a request validator",
                    "requestValidatorId").when("httpMethod", "(?!(?i:options)$).*"),
            named("aws:apigateway/stage:Stage", "the backend cannot tell the API from anybody else", "the ID of a client certificate",
                    "clientCertificateId"));

    private ApiRequests() {}
}
