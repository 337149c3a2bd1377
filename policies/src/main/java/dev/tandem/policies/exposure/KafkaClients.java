package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;

/** Kafka knows who sends and reads: clients and connectors show a role, a certificate or a password. */
public final class KafkaClients {

    private static final String CLUSTER = "aws:msk/cluster:Cluster";
    private static final String ANYBODY = "whoever reaches the brokers may read and send";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            present(CLUSTER, ANYBODY, "sasl.iam, sasl.scram or tls", "clientAuthentication"),
            of(CLUSTER, ANYBODY, "false", p -> !on(p), "clientAuthentication[0].unauthenticated"),
            matching("aws:mskconnect/connector:Connector", ANYBODY, "IAM", "IAM", "kafkaClusterClientAuthentication[0].authenticationType"),
            matching("aws:mskconnect/connector:Connector", "records travel in plain text", "TLS", "TLS",
                    "kafkaClusterEncryptionInTransit[0].encryptionType"));

    private KafkaClients() {}

    private static boolean on(Property said) {
        boolean block = said.isKnown() && said.value().orElseThrow() instanceof Value.Fields;
        return block ? said.at("enabled").boolOr(false) : said.boolOr(false);
    }
}
