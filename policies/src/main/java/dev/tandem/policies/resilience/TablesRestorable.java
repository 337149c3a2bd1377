package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Replicas of tables, and Keyspaces' tables, can be restored to any second. */
public final class TablesRestorable {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:dynamodb/table:Table", "what is overwritten in the replica is lost", "pointInTimeRecovery",
                    "pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled").inEach("replicas"),
            on("aws:dynamodb/globalTable:GlobalTable", "what is overwritten in the replica is lost",
                    "pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled", "pointInTimeRecovery[0].enabled").inEach("replicas"),
            on("aws:dynamodb/tableReplica:TableReplica", "what is overwritten in the replica is lost", "pointInTimeRecovery"),
            matching("aws:keyspaces/table:Table", "what is overwritten is lost", "ENABLED", "ENABLED", "pointInTimeRecovery[0].status")
                    .onlyIf(p -> p.at("pointInTimeRecoveryEnabled").isMissing()),
            on("aws:keyspaces/table:Table", "what is overwritten is lost", "pointInTimeRecoveryEnabled")
                    .whenSaid("pointInTimeRecoveryEnabled"));

    private TablesRestorable() {}
}
