package dev.tandem.policies.audit;

import dev.tandem.policies.types.Declared;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What containers do is measured: by Container Insights of the cluster, or by a collector in the stack's tasks (OpenTelemetry
 * or the CloudWatch agent), which does the same for less.
 */
public final class ContainerMetrics implements StackCheck {

    private static final Pattern COLLECTOR = Pattern.compile("collector|otel|adot|cloudwatch-agent|datadog|newrelic");

    @Override
    public void check(StackContext context) {
        boolean[] collects = {false};
        boolean[] unread = {false};
        for (Resource task : context.graph().ofType("aws:ecs/taskDefinition:TaskDefinition")) {
            Property definitions = task.get("containerDefinitions");
            for (Property container : definitions.isKnown() ? definitions.json().items() : List.of(definitions)) {
                for (Property text : List.of(container.at("name"), container.at("image"))) {
                    unread[0] |= text.isUnknown();
                    collects[0] |= text.isKnown() && COLLECTOR.matcher(text.stringOr("")).find();
                }
            }
        }
        context.each(context.graph().ofType("aws:ecs/cluster:Cluster"), cluster -> {
            Property settings = Declared.of(cluster, "settings", "clusterSettings");
            boolean insights = settings.items().stream().anyMatch(s -> s.at("name").is("containerInsights")
                    && s.at("value").stringOr("").matches("enabled|enhanced"));
            if (!insights && unread[0] && !collects[0]) {
                context.undecided(settings, "switches Container Insights off, and whether tasks have a collector is not known");
            } else if (!insights && !collects[0]) {
                context.violation(cluster, settings, "what containers do is not measured: found " + settings
                        + " and no collector in a task, expected containerInsights enabled");
            }
        });
    }
}
