package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Search domains take HTTPS from TLS 1.2 on only, and encrypt between their nodes: three rules. */
public final class SearchTls {

    private static final String OPENSEARCH = "aws:opensearch/domain:Domain";
    private static final String ELASTICSEARCH = "aws:elasticsearch/domain:Domain";
    private static final String CLOUDSEARCH = "aws:cloudsearch/domain:Domain";
    private static final String HTTP = "the domain also answers plain HTTP";
    private static final String NODES = "nodes talk in plain text";
    private static final String OLD = "the domain accepts TLS 1.0, also where nothing is said";
    private static final String MODERN = "Policy-Min-TLS-1-2-.*";
    private static final String EXPECTED = "Policy-Min-TLS-1-2-PFS-2023-10";

    /** HTTPS only. */
    public static final Demands HTTPS = Demands.of(
            on(OPENSEARCH, HTTP, "domainEndpointOptions[0].enforceHttps"),
            on(ELASTICSEARCH, HTTP, "domainEndpointOptions[0].enforceHttps"),
            on(CLOUDSEARCH, HTTP, "endpointOptions[0].enforceHttps"));

    /** Encryption between nodes. */
    public static final Demands BETWEEN_NODES = Demands.of(
            on(OPENSEARCH, NODES, "nodeToNodeEncryption[0].enabled", "nodeToNodeEncryptionOptions.enabled"),
            on(ELASTICSEARCH, NODES, "nodeToNodeEncryption[0].enabled", "nodeToNodeEncryptionOptions.enabled"));

    /** TLS 1.2 or newer. */
    public static final Demands VERSION = Demands.of(
            matching(OPENSEARCH, OLD, MODERN, EXPECTED, "domainEndpointOptions[0].tlsSecurityPolicy"),
            matching(ELASTICSEARCH, OLD, MODERN, EXPECTED, "domainEndpointOptions[0].tlsSecurityPolicy"),
            matching(CLOUDSEARCH, OLD, MODERN, "Policy-Min-TLS-1-2-2019-07", "endpointOptions[0].tlsSecurityPolicy"));

    private SearchTls() {}
}
