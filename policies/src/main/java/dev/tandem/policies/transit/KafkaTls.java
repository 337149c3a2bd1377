package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.notOff;

import dev.tandem.policies.demand.Demands;

/** Kafka's clients, connectors and brokers speak TLS. */
public final class KafkaTls {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:msk/cluster:Cluster", "clients may send in plain text", "TLS|", "TLS",
                    "encryptionInfo[0].encryptionInTransit[0].clientBroker"),
            notOff("aws:msk/cluster:Cluster", "brokers talk in plain text",
                    "encryptionInfo[0].encryptionInTransit[0].inCluster"),
            matching("aws:mskconnect/connector:Connector", "records travel in plain text", "TLS", "TLS",
                    "kafkaClusterEncryptionInTransit[0].encryptionType"));

    private KafkaTls() {}
}
