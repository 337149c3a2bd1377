package dev.tandem.policies.audit;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/** Distributions write access logs: in the old way by themselves, in the new way through a delivery source. */
public final class DistributionLogs implements StackCheck {

    private static final String SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:cloudfront/distribution:Distribution"), distribution -> {
            Property bucket = First.of(distribution, "loggingConfig[0].bucket", "distributionConfig.logging.bucket");
            if (!Expect.isBlank(bucket)) {
                return;
            }
            Link best = Links.strongest(context.graph().ofType(SOURCE), "resourceArn", distribution);
            if (best == Link.NO) {
                context.violation(distribution, bucket, "requests leave no trace: found " + bucket
                        + ", expected a bucket for logs, or a delivery source for this distribution");
            } else if (best == Link.MAYBE) {
                context.undecided(bucket, "is absent, and for which resource a delivery source is cannot be told");
            }
        });
    }
}
