package dev.tandem.policies.encryption;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Relational, document and graph databases and warehouses are encrypted; it cannot be switched on later. */
public final class Databases implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:rds/globalCluster:GlobalCluster",
        "aws:docdb/cluster:Cluster", "aws:docdb/globalCluster:GlobalCluster", "aws:neptune/cluster:Cluster",
        "aws:neptune/globalCluster:GlobalCluster", "aws:redshift/cluster:Cluster",
    };

    private static final String WRONG = "the database is not encrypted at rest";

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        boolean member = !First.nothing(context.get("replicateSourceDb"))
                || !First.nothing(context.get("sourceDbInstanceIdentifier"))
                || !First.nothing(context.get("replicationSourceIdentifier"))
                || type.endsWith("/globalCluster:GlobalCluster") && !First.nothing(context.get("sourceDbClusterIdentifier"))
                || type.equals("aws:rds/instance:Instance") && !First.nothing(context.get("dbClusterIdentifier"));
        if (member) {
            context.notApplicable("a replica or member is encrypted as its source or cluster is");
        } else if (type.startsWith("aws:redshift/")) {
            Expect.on(context, WRONG, "encrypted");
        } else if (First.nothing(context.get("storageEncrypted")) && context.get("engineMode").is("serverless")) {
            context.notApplicable("Aurora Serverless v1 is encrypted unless switched off");
        } else {
            Expect.on(context, WRONG, "storageEncrypted");
        }
    }
}
