package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** Whoever speaks TLS looks at the other side's certificate. */
public final class Verification {

    private static final String WRONG = "whoever is in between can pose as the other side";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            checked("aws:apigateway/integration:Integration", "tlsConfig[0].insecureSkipVerification"),
            checked("aws:codebuild/project:Project", "source[0].insecureSsl"),
            checked("aws:codebuild/project:Project", "insecureSsl").inEach("secondarySources"),
            checked("aws:glue/connection:Connection", "connectionProperties.SKIP_CUSTOM_JDBC_CERT_VALIDATION"),
            checked("aws:glue/connection:Connection", "connectionProperties.KAFKA_SKIP_CUSTOM_CERT_VALIDATION"));

    private Verification() {}

    private static Demand checked(String type, String path) {
        return off(type, WRONG, path);
    }
}
