package dev.tandem.policies.resilience;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Databases keep automatic backups for a week or more. */
public final class DatabaseBackups implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:docdb/cluster:Cluster",
        "aws:neptune/cluster:Cluster", "aws:redshift/cluster:Cluster",
    };

    private static final long DAYS = 7;

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        if (!context.get("replicateSourceDb").isMissing() || type.equals("aws:rds/instance:Instance")
                && (!context.get("dbClusterIdentifier").isMissing() || !context.get("sourceDbInstanceIdentifier").isMissing())) {
            context.notApplicable("a replica or member is restored from its source or cluster");
            return;
        }
        Property days = First.of(context.resource(), "backupRetentionPeriod", "automatedSnapshotRetentionPeriod");
        if (days.integerOr(1) < DAYS || days.isMissing()) {
            Expect.report(context, days, "backups are kept too short a time", DAYS + " days or more");
        }
    }
}
