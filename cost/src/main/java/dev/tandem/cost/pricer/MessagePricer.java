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
    private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
    private static final String BUS = "aws:cloudwatch/eventBus:EventBus";
    private static final String TARGET = "aws:cloudwatch/eventTarget:EventTarget";

    @Override
    public Set<String> types() {
        return Set.of(QUEUE, TOPIC, SUBSCRIPTION, BUS, TARGET);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<Resource> fifo = plan.ofType(QUEUE).stream().filter(q -> Plan.isTrue(q.get("fifoQueue"))).toList();
        List<Resource> standard = plan.ofType(QUEUE).stream().filter(q -> !fifo.contains(q)).toList();
        bill.metered(Items.SQS_STANDARD, standard, Meter.QUEUE_REQUESTS, "queue requests");
        bill.metered(Items.SQS_FIFO, fifo, Meter.QUEUE_REQUESTS, "FIFO queue requests");
        topics(plan, bill);
        bill.metered(Items.EVENTBRIDGE_EVENTS, plan.ofType(BUS), Meter.EVENTS, "custom events");
        List<Resource> abroad = plan.ofType(TARGET).stream().filter(t -> leaves(plan, t)).toList();
        bill.metered(Items.EVENTBRIDGE_CROSS_REGION, abroad, Meter.EVENTS_CROSS_REGION,
                "events sent to a bus in another region");
    }

    /** Deliveries follow from the subscriptions; to queues and functions they are free. */
    private static void topics(Plan plan, Bill bill) {
        List<Resource> fifo = plan.ofType(TOPIC).stream().filter(t -> Plan.isTrue(t.get("fifoTopic"))).toList();
        bill.metered(Items.SNS_FIFO, fifo, Meter.TOPIC_REQUESTS, "messages published to FIFO topics");
        bill.metered(Items.SNS_PUBLISH, plan.ofType(TOPIC).stream().filter(t -> !fifo.contains(t)).toList(),
                Meter.TOPIC_REQUESTS, "messages published to topics");
        bill.metered(Items.SNS_EMAIL, by(plan, "email"), Meter.TOPIC_EMAILS, "messages delivered by e-mail");
        bill.metered(Items.SNS_HTTP, by(plan, "http"), Meter.TOPIC_HTTP, "messages delivered by HTTP");
        plan.ofType(SUBSCRIPTION).stream()
                .filter(s -> !Plan.text(s.get("protocol")).orElse("").matches("(email|http).*"))
                .forEach(s -> free(bill, s));
    }

    private static void free(Bill bill, Resource subscription) {
        String protocol = Plan.text(subscription.get("protocol")).orElse("unknown");
        if (protocol.matches("sqs|lambda")) {
            bill.charge(Items.SNS_INTERNAL, subscription).quantity(bill.usage(Meter.TOPIC_REQUESTS))
                    .add("messages delivered to " + subscription.name());
        } else {
            bill.notPriced(List.of(subscription), "deliveries by protocol " + protocol + " have no price in the book");
        }
    }

    private static List<Resource> by(Plan plan, String protocol) {
        return plan.ofType(SUBSCRIPTION).stream()
                .filter(s -> Plan.text(s.get("protocol")).filter(p -> p.startsWith(protocol)).isPresent()).toList();
    }

    /** Whether a target is an event bus of another region, by its ARN. */
    private static boolean leaves(Plan plan, Resource target) {
        return Plan.text(target.get("arn"))
                .filter(arn -> arn.contains(":event-bus/") && !arn.contains(":" + plan.region(target) + ":"))
                .isPresent();
    }
}
