package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** Administrators and first databases have names of their own: the usual ones are what a guess begins with. */
public final class NamesOfItsOwn {

    private static final String ADMIN = "an attacker knows half of the credentials";
    private static final String USUAL = "(?i)(?!(admin|administrator|postgres|root|awsuser|sa|master|mysql|oracle)$).*";
    private static final String COPIES = "snapshotIdentifier";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            admin("aws:rds/instance:Instance", "username", "masterUsername"),
            admin("aws:rds/cluster:Cluster", "masterUsername"),
            admin("aws:redshift/cluster:Cluster", "masterUsername"),
            admin("aws:redshiftserverless/namespace:Namespace", "adminUsername"),
            matching("aws:redshift/cluster:Cluster", "everybody knows where the data is", "(?!dev$).+", "a name of its own",
                    "databaseName", "dbName").unlessSaid(COPIES),
            matching("aws:redshiftserverless/namespace:Namespace", "everybody knows where the data is", "(?!dev$).+",
                    "a name of its own", "dbName"));

    private NamesOfItsOwn() {}

    private static Demand admin(String type, String... paths) {
        return matching(type, ADMIN, USUAL, "a name of its own", paths);
    }
}
