package dev.tandem.policies.audit;

import dev.tandem.policies.types.AnyCase;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What containers do is measured: by Container Insights of the cluster, or by a collector in the stack's tasks (OpenTelemetry
 * or the CloudWatch agent), which does the same for less. A task definition that cannot be read may have one.
 */
public final class ContainerMetrics implements StackCheck {

    private static final Pattern COLLECTOR = Pattern.compile(
            "(?<![a-z])(collector|otel|otelcol|adot|cloudwatch-agent|datadog|newrelic)(?![a-z])");

    private enum Collector {
        FOUND,
        UNREAD
    }

    @Override
    public void check(StackContext context) {
        Set<Collector> tasks = EnumSet.noneOf(Collector.class);
        context.graph().ofType("aws:ecs/taskDefinition:TaskDefinition").forEach(task -> read(task, tasks));
        context.each(context.graph().ofType("aws:ecs/cluster:Cluster"), cluster -> {
            Property settings = Declared.of(cluster, "settings", "clusterSettings");
            boolean insights = settings.items().stream().anyMatch(s -> s.at("name").is("containerInsights")
                    && s.at("value").stringOr("").matches("enabled|enhanced"));
            if (insights || tasks.contains(Collector.FOUND)) {
                return;
            }
            if (tasks.contains(Collector.UNREAD)) {
                context.undecided(settings, "switches Container Insights off, and whether tasks have a collector is not known");
            } else {
                context.violation(cluster, settings, "what containers do is not measured: found " + settings
                        + " and no collector in a task, expected containerInsights enabled");
            }
        });
    }

    private static void read(Resource task, Set<Collector> into) {
        Property definitions = task.get("containerDefinitions");
        if (First.nothing(definitions)) {
            return;
        }
        try {
            for (Property container : AnyCase.json(definitions).items()) {
                named(container.at("name"), into);
                named(container.at("image"), into);
            }
        } catch (UndecidedException e) {
            into.add(Collector.UNREAD);
        }
    }

    private static void named(Property text, Set<Collector> into) {
        try {
            if (COLLECTOR.matcher(text.stringOr("")).find()) {
                into.add(Collector.FOUND);
            }
        } catch (UndecidedException e) {
            into.add(Collector.UNREAD);
        }
    }
}
