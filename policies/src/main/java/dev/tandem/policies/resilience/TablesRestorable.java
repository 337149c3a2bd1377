package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;

/** Replicas of tables, and Keyspaces' tables, can be restored to any second. */
public final class TablesRestorable {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:dynamodb/table:Table", "what is overwritten in the replica is lost", "pointInTimeRecovery",
                    "pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled").inEach("replicas"),
            on("aws:dynamodb/globalTable:GlobalTable", "what is overwritten in the replica is lost",
                    "pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled").inEach("replicas")
                    .onlyIf(replica -> !isClassic(replica)),
            on("aws:dynamodb/tableReplica:TableReplica", "what is overwritten in the replica is lost", "pointInTimeRecovery"),
            matching("aws:keyspaces/table:Table", "what is overwritten is lost", "ENABLED", "ENABLED", "pointInTimeRecovery[0].status")
                    .onlyIf(p -> p.at("pointInTimeRecoveryEnabled").isMissing()),
            on("aws:keyspaces/table:Table", "what is overwritten is lost", "pointInTimeRecoveryEnabled")
                    .whenSaid("pointInTimeRecoveryEnabled"));

    private TablesRestorable() {}

    /**
     * Whether a replica is one of version 2017 of global tables, which {@code aws:dynamodb/globalTable:GlobalTable} makes: it
     * names its region, in {@code regionName}, and has no other property. Those of {@code aws-native} have {@code region}.
     */
    private static boolean isClassic(Property replica) {
        return !replica.isUnknown() && !replica.at("regionName").isMissing();
    }
}
