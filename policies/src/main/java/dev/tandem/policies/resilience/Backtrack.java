package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.atLeast;

import dev.tandem.policies.demand.Demands;

/**
 * Aurora MySQL can be wound back to before a mistake, in minutes and without a restore. Members of a global database cannot.
 * Source: "Backtracking an Aurora DB cluster", https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html.
 */
public final class Backtrack {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            atLeast("aws:rds/cluster:Cluster", "a wrong statement is undone by a restore only, which takes hours", 1, 0,
                    "backtrackWindow").when("engine", "aurora|aurora-mysql").when("engineMode", "|provisioned")
                    .unlessSaid("globalClusterIdentifier", "replicationSourceIdentifier"));

    private Backtrack() {}
}
