package dev.tandem.policies.lifecycle;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/**
 * Databases present a certificate whose authority is valid: rds-ca-2015 ended on 2020-03-05, rds-ca-2019 on 2024-08-22.
 * Source: "Rotating your SSL/TLS certificate", https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html.
 */
public final class Certificates {

    private static final String OVER = "clients that verify the server refuse it: the authority has expired";
    private static final String VALID = "(?!rds-ca-20(15|19)$).*";
    private static final String EXPECTED = "rds-ca-rsa2048-g1 or newer";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:rds/instance:Instance", OVER, VALID, EXPECTED, "caCertIdentifier", "caCertificateIdentifier"),
            matching("aws:rds/cluster:Cluster", OVER, VALID, EXPECTED, "caCertificateIdentifier"),
            matching("aws:rds/clusterInstance:ClusterInstance", OVER, VALID, EXPECTED, "caCertIdentifier"),
            matching("aws:docdb/clusterInstance:ClusterInstance", OVER, VALID, EXPECTED, "caCertIdentifier", "caCertificateIdentifier"));

    private Certificates() {}
}
