package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demands;

/** Classic load balancers speak TLS to callers. */
public final class ClassicBalancers {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:elb/loadBalancer:LoadBalancer", "the listener takes plain text", "(?i)https|ssl", "https or ssl",
                    "lbProtocol", "protocol").inEach("listeners"),
            of("aws:elb/loadBalancer:LoadBalancer", "nobody renews the certificate", "the ARN of a certificate in ACM, which renews it",
                    p -> p.isUnknown() || !p.stringOr("").matches("arn:[^:]*:iam:.*"), "sslCertificateId").inEach("listeners"));

    private ClassicBalancers() {}
}
