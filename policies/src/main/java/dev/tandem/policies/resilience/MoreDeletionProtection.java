package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Tables, graphs, records of events, firewalls, ledgers and clusters refuse to be deleted by mistake. */
public final class MoreDeletionProtection {

    private static final String GONE = "one command, or one renamed resource, deletes it";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:dynamodb/table:Table", GONE, "deletionProtectionEnabled"),
            on("aws:dynamodb/tableReplica:TableReplica", GONE, "deletionProtectionEnabled"),
            on("aws:dsql/cluster:Cluster", GONE, "deletionProtectionEnabled"),
            on("aws:networkfirewall/firewall:Firewall", GONE, "deleteProtection"),
            notOff("aws:neptunegraph/graph:Graph", GONE, "deletionProtection"),
            notOff("aws:cloudtrail/eventDataStore:EventDataStore", GONE, "terminationProtectionEnabled"),
            notOff("aws:qldb/ledger:Ledger", GONE, "deletionProtection"));

    private MoreDeletionProtection() {}
}
