package dev.tandem.policies.encryption;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
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
        boolean member = !context.get("replicateSourceDb").isMissing()
                || !context.get("sourceDbInstanceIdentifier").isMissing()
                || !context.get("replicationSourceIdentifier").isMissing()
                || type.endsWith("/globalCluster:GlobalCluster") && !context.get("sourceDbClusterIdentifier").isMissing()
                || type.equals("aws:rds/instance:Instance") && !context.get("dbClusterIdentifier").isMissing();
        if (member) {
            context.notApplicable("a replica or member is encrypted as its source or cluster is");
        } else if (type.startsWith("aws:redshift/")) {
            Expect.on(context, WRONG, "encrypted");
        } else if (context.get("storageEncrypted").isMissing() && context.get("engineMode").is("serverless")) {
            context.notApplicable("Aurora Serverless v1 is encrypted unless switched off");
        } else {
            Expect.on(context, WRONG, "storageEncrypted");
        }
    }
}
