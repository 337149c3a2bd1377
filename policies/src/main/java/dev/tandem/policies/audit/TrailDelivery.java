package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.Expect;

/** A trail's events can be searched and alarmed on at once: it also writes to a log group, and says that files arrived. */
public final class TrailDelivery {

    private static final String TRAIL = "aws:cloudtrail/trail:Trail";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            of(TRAIL, "nobody is told of what just happened", "a log group in cloudWatchLogsGroupArn, or a topic in snsTopicName",
                    p -> !Expect.isBlank(p), "cloudWatchLogsGroupArn", "cloudWatchLogsLogGroupArn", "snsTopicName"));

    private TrailDelivery() {}
}
