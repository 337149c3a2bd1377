package dev.tandem.policies.exposure;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Blocks;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** Copies of disks stay in the account. Those that everybody gets are left to {@link PublicCopies}. */
public final class SharedCopies implements ResourceCheck {

    private static final String PERMISSION = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";
    private static final String VOLUME = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        PERMISSION, VOLUME, "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
    };

    private static final List<String> WHO = List.of("userIds", "organizationArns", "organizationalUnitArns");

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        if (type.equals(PERMISSION) || type.equals(VOLUME)) {
            Property with = First.of(context.resource(), "accountId", "organizationArn", "organizationalUnitArn");
            if (!context.get("group").is("all")) {
                report(context, with, with.isUnknown() ? "another account" : with.stringOr("another account"));
            }
            return;
        }
        for (String name : WHO) {
            String path = "distributions[*].amiDistributionConfiguration[0].launchPermission[0]." + name;
            context.attempt(() -> context.each(Blocks.all(context.resource().properties(), path), list -> {
                if (!list.items().isEmpty()) {
                    report(context, list, String.join(", ", list.strings()));
                }
            }));
        }
    }

    private static void report(ResourceContext context, Property with, String who) {
        context.violation(with, "shared", "gives a copy of the disk to " + who + ", expected none, or a copy encrypted"
                + " with a key that the other account may use");
    }
}
