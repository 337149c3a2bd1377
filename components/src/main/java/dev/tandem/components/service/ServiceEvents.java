package dev.tandem.components.service;

import com.google.gson.Gson;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.foundation.FoundationRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a service sends and gets besides calls: a topic of its own, and rules from the region's bus to its queue. */
final class ServiceEvents {

    private static final Gson GSON = new Gson();

    private ServiceEvents() {}

    static void topic(String name, FoundationRef foundation, MeshServicePlan plan, CustomResourceOptions options) {
        Topic topic = new Topic(name + "-topic", TopicArgs.builder()
                .name(plan.names().base())
                .kmsMasterKeyId(foundation.kmsKeyArn())
                .tags(plan.tags())
                .build(), options);
        new TopicPolicy(name + "-topic", TopicPolicyArgs.builder()
                .arn(topic.arn()).policy(EventPolicies.topic(plan.names())).build(), options);
    }

    /** One rule for each publisher, so that taking one away leaves the others alone. */
    static void subscriptions(String name, FoundationRef foundation, MeshServicePlan plan, QueueUrls queues,
            CustomResourceOptions options) {
        ServiceNames names = plan.names();
        String bus = names.project() + "-" + names.environment();
        for (EventSubscription subscription : plan.args().subscriptions()) {
            EventRule rule = new EventRule(name + "-from-" + subscription.publisher(), EventRuleArgs.builder()
                    .name(ruleName(names, subscription))
                    .description("Events of " + subscription.publisher() + " for " + names.service())
                    .eventBusName(bus)
                    .eventPattern(pattern(subscription))
                    .tags(plan.tags())
                    .build(), options);
            new EventTarget(name + "-from-" + subscription.publisher(), EventTargetArgs.builder()
                    .rule(rule.name())
                    .eventBusName(bus)
                    .targetId(names.service())
                    .arn(names.arn("sqs", names.base()))
                    .deadLetterConfig(EventTargetDeadLetterConfigArgs.builder()
                            .arn(names.arn("sqs", names.deadLetterQueue()))
                            .build())
                    .build(), options);
        }
        new QueuePolicy(name + "-queue", QueuePolicyArgs.builder()
                .queueUrl(queues.queue().url())
                .policy(EventPolicies.queue(names, names.base()))
                .build(), options);
        new QueuePolicy(name + "-dead-letters", QueuePolicyArgs.builder()
                .queueUrl(queues.deadLetters().url())
                .policy(EventPolicies.queue(names, names.deadLetterQueue()))
                .build(), options);
    }

    /** The two queues that rules deliver to. */
    record QueueUrls(Queue queue, Queue deadLetters) {}

    static String ruleName(ServiceNames names, EventSubscription subscription) {
        return names.base() + "-from-" + subscription.publisher();
    }

    static String pattern(EventSubscription subscription) {
        return GSON.toJson(new TreeMap<>(Map.of(
                "source", List.of(ExchangePlan.SOURCE_PREFIX + subscription.publisher()),
                "detail-type", subscription.types())));
    }
}
