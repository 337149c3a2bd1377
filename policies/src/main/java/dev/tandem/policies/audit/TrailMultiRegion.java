package dev.tandem.policies.audit;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A trail records every region: what happens where nobody looks is what an audit asks for. */
public final class TrailMultiRegion implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:cloudtrail/trail:Trail", "aws:cloudtrail/eventDataStore:EventDataStore",
    };

    @Override
    public void check(ResourceContext context) {
        if (AwsTypes.canonical(context.resource().type()).equals(TYPES[0])) {
            Expect.on(context, "the trail records one region only", "isMultiRegionTrail");
        } else {
            Expect.notOff(context, "the event data store records one region only", "multiRegionEnabled");
        }
    }
}
