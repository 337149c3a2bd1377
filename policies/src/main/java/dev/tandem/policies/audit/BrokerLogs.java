package dev.tandem.policies.audit;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** Message brokers write logs: Kafka somewhere, the others what happens and who did it. */
public final class BrokerLogs implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {"aws:msk/cluster:Cluster", "aws:mq/broker:Broker"};

    private static final String WRONG = "the broker leaves no trace";

    @Override
    public void check(ResourceContext context) {
        if (AwsTypes.canonical(context.resource().type()).equals(TYPES[1])) {
            context.attempt(() -> Expect.on(context, WRONG, "logs[0].general"));
            boolean audits = !context.get("engineType").stringOr("").equalsIgnoreCase("RabbitMQ");
            context.attempt(() -> {
                if (audits) {
                    Expect.on(context, "who changed the broker leaves no trace", "logs[0].audit");
                }
            });
            return;
        }
        Property logs = context.get("loggingInfo[0].brokerLogs[0]");
        boolean on = false;
        for (String target : List.of("cloudwatchLogs", "cloudWatchLogs", "firehose", "s3")) {
            on |= logs.at(target + "[0].enabled").boolOr(false);
        }
        if (!on) {
            Expect.report(context, logs, WRONG, "cloudwatchLogs, firehose or s3 with enabled = true");
        }
    }
}
