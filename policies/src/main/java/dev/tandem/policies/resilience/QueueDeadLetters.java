package dev.tandem.policies.resilience;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/**
 * Messages that cannot be processed go to a dead letter queue. Which queues are dead letter queues themselves follows
 * from the resource graph: from the redrive policies of others, from functions and subscriptions, or from an allow list.
 */
public final class QueueDeadLetters implements StackCheck {

    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final String REDRIVE = "aws:sqs/redrivePolicy:RedrivePolicy";
    private static final List<String> TARGETS = List.of("redrivePolicy", "deadLetterConfig", "deadLetterTargetArn",
            "destinationConfig", "deadLetterQueue");

    @Override
    public void check(StackContext context) {
        // Looked up once: the question is asked for every queue of the stack.
        List<Resource> senders = context.graph().all().stream()
                .filter(r -> TARGETS.stream().anyMatch(target -> !First.nothing(Declared.of(r, target)))).toList();
        context.each(context.graph().ofType(QUEUE), queue -> {
            boolean own = !Declared.of(queue, "redrivePolicy").isMissing()
                    || !Declared.of(queue, "redriveAllowPolicy").isMissing()
                    || linked(context, "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", "queueUrl", queue)
                    || linked(context, REDRIVE, "queueUrl", queue);
            Link dead = own ? Link.YES : receivesDeadLetters(context, senders, queue);
            Links.required(context, queue, dead, "found no redrivePolicy, and nothing uses this queue for dead letters; expected"
                    + " a redrivePolicy with deadLetterTargetArn and maxReceiveCount",
                    "may be a dead letter queue: a target that is unknown may be it");
        });
    }

    private static boolean linked(StackContext context, String type, String property, Resource queue) {
        return context.graph().ofType(type).stream().anyMatch(r -> Links.between(r, property, queue) != Link.NO);
    }

    private static Link receivesDeadLetters(StackContext context, List<Resource> senders, Resource queue) {
        Link answer = Link.NO;
        for (Resource other : senders) {
            for (String target : TARGETS) {
                Property p = Declared.of(other, target);
                List<String> sources = other.propertyDependencies().getOrDefault(target, List.of());
                if (other == queue || p.isMissing()) {
                    continue;
                } else if (sources.contains(queue.urn()) || names(p, queue)) {
                    return Link.YES;
                } else if (p.isUnknown() || queue.get("name").isUnknown()) {
                    boolean anotherQueue = sources.stream().anyMatch(urn -> context.graph().find(urn)
                            .filter(r -> context.graph().typeOf(r).equals(QUEUE)).isPresent());
                    answer = anotherQueue ? answer : Link.MAYBE;
                }
            }
        }
        return answer;
    }

    /** A redrive policy that is plain text names the queue's ARN, whose last part is the queue's name. */
    private static boolean names(Property target, Resource queue) {
        Property name = queue.get("name");
        return target.isKnown() && name.isKnown()
                && holds(target.value().orElseThrow(), ":" + name.stringOr("?") + "\"");
    }

    private static boolean holds(Value value, String ending) {
        Value v = value.unwrapped();
        if (v instanceof Value.Text text) {
            return (text.value() + "\"").contains(ending);
        } else if (v instanceof Value.Items items) {
            return items.values().stream().anyMatch(i -> holds(i, ending));
        }
        return v instanceof Value.Fields fields && fields.values().values().stream().anyMatch(f -> holds(f, ending));
    }
}
