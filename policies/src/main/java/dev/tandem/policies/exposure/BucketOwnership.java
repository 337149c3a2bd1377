package dev.tandem.policies.exposure;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** Access lists are off: the bucket's owner owns every object, and policies alone decide. */
public final class BucketOwnership implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "aws:s3/accessPoint:AccessPoint",
        "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
    };

    private static final List<String> SWITCHES =
            List.of("blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets");

    @Override
    public void check(ResourceContext context) {
        if (AwsTypes.canonical(context.resource().type()).equals(TYPES[0])) {
            Property ownership = context.get("rule[0].objectOwnership");
            if (!ownership.stringOr("").equals("BucketOwnerEnforced")) {
                Expect.report(context, ownership, "access lists of single objects still count", "BucketOwnerEnforced");
            }
            return;
        }
        Property block = First.of(context.resource(), "publicAccessBlockConfiguration[0]",
                "details[0].publicAccessBlock[0]", "publicAccessBlockConfiguration");
        for (String name : SWITCHES) {
            Property on = block.at(name);
            context.attempt(() -> {
                if (!on.boolOr(true)) {
                    Expect.report(context, on, "the access point can be opened to everybody", "true");
                }
            });
        }
    }
}
