package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Blocks;
import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** Snapshots, images and documents are never open to everybody. */
public final class PublicCopies implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:ec2/amiLaunchPermission:AmiLaunchPermission", "aws:rds/snapshot:Snapshot",
        "aws:rds/clusterSnapshot:ClusterSnapshot", "aws:rds/snapshotCopy:SnapshotCopy", "aws:ssm/document:Document",
        "aws:neptune/clusterSnapshot:ClusterSnapshot", "aws:docdb/clusterSnapshot:ClusterSnapshot",
        "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
        "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
        "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
    };

    private static final List<String> WITH = List.of("group", "sharedAccounts", "permissions.account_ids",
            "permissions.accountIds", "distributions[*].amiDistributionConfiguration[0].launchPermission[0].userGroups");

    @Override
    public void check(ResourceContext context) {
        for (String path : WITH) {
            context.attempt(() -> context.each(Blocks.all(context.resource().properties(), path), list -> context.each(list.items(), who -> {
                if (who.stringOr("").matches("(?i)(.*[,\\s])?all([,\\s].*)?")) {
                    context.violation(who, "everybody", "is shared with everybody: found " + who
                            + ", expected account numbers");
                }
            })));
        }
        Property state = context.get("state");
        if (state.is("unblocked")) {
            Expect.report(context, state, "copies may be shared with everybody", "block-all-sharing");
        }
    }
}
