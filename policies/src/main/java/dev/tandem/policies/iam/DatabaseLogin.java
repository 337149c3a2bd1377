package dev.tandem.policies.iam;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.encryption.Databases;

/** Databases let roles log in with short-lived tokens, so that no password has to be kept for them. */
public final class DatabaseLogin {

    private static final String PASSWORD = "programs need a password that stays";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:rds/instance:Instance", PASSWORD, "iamDatabaseAuthenticationEnabled", "enableIamDatabaseAuthentication")
                    .when("engine", "(?i)mysql|postgres|mariadb").unlessSaid("dbClusterIdentifier"),
            on("aws:rds/cluster:Cluster", PASSWORD, "iamDatabaseAuthenticationEnabled", "enableIamDatabaseAuthentication")
                    .when("engineMode", "|provisioned|serverlessv2"),
            on("aws:neptune/cluster:Cluster", "queries need no signature", "iamDatabaseAuthenticationEnabled", "iamAuthEnabled"));

    private DatabaseLogin() {}
}
