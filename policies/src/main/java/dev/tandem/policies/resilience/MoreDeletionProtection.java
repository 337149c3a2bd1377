package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Tables, firewalls, ledgers and clusters refuse to be deleted by mistake. */
public final class MoreDeletionProtection {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:dynamodb/table:Table", "one command, or one renamed resource, deletes it", "deletionProtectionEnabled"),
            on("aws:dsql/cluster:Cluster", "one command, or one renamed resource, deletes it", "deletionProtectionEnabled"),
            on("aws:networkfirewall/firewall:Firewall", "one command, or one renamed resource, deletes it", "deleteProtection"),
            notOff("aws:qldb/ledger:Ledger", "one command, or one renamed resource, deletes it", "deletionProtection"));

    private MoreDeletionProtection() {}
}
