package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Set;

/** Queues, topics and event buses: charged by requests, so by usage. */
final class MessagePricer implements Pricer {

    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final String TOPIC = "aws:sns/topic:Topic";
    private static final String BUS = "aws:cloudwatch/eventBus:EventBus";
    private static final String TARGET = "aws:cloudwatch/eventTarget:EventTarget";

    @Override
    public Set<String> types() {
        return Set.of(QUEUE, TOPIC, BUS, TARGET);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<Resource> fifo = plan.ofType(QUEUE).stream().filter(q -> Plan.isTrue(q.get("fifoQueue"))).toList();
        List<Resource> standard = plan.ofType(QUEUE).stream().filter(q -> !fifo.contains(q)).toList();
        bill.metered(Items.SQS_STANDARD, standard, Meter.QUEUE_REQUESTS, "queue requests");
        bill.metered(Items.SQS_FIFO, fifo, Meter.QUEUE_REQUESTS, "FIFO queue requests");
        bill.metered(Items.SNS_PUBLISH, plan.ofType(TOPIC), Meter.TOPIC_REQUESTS, "messages published to topics");
        bill.metered(Items.SNS_EMAIL, plan.ofType(TOPIC), Meter.TOPIC_EMAILS, "messages delivered by e-mail");
        bill.metered(Items.EVENTBRIDGE_EVENTS, plan.ofType(BUS), Meter.EVENTS, "custom events");
        List<Resource> abroad = plan.ofType(TARGET).stream().filter(t -> leaves(plan, t)).toList();
        bill.metered(Items.EVENTBRIDGE_CROSS_REGION, abroad, Meter.EVENTS_CROSS_REGION,
                "events sent to a bus in another region");
    }

    /** Whether a target is an event bus of another region, by its ARN. */
    private static boolean leaves(Plan plan, Resource target) {
        return Plan.text(target.get("arn"))
                .filter(arn -> arn.contains(":event-bus/") && !arn.contains(":" + plan.region(target) + ":"))
                .isPresent();
    }
}
