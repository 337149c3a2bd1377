package dev.tandem.infra.config;

import dev.tandem.components.service.EventSubscription;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.RightSizing;
import dev.tandem.components.service.ScalingTarget;
import dev.tandem.components.service.ScalingTarget.Metric;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads how a service scales, how its health is asked, and what it sends and gets. */
final class BehaviourReader {

    private static final Expected SCALING = new Expected(
            "an object of cpu and memory (percent), requests (a minute for each task), p95 (seconds)", "{cpu: 60, requests: 600}");
    private static final Expected COMMAND =
            new Expected("a command in the image as ECS takes it, CMD or CMD-SHELL first", "[CMD, /healthcheck]");
    private static final Expected SUBSCRIPTIONS = new Expected(
            "an object of publishing services, each a list of event types", "{auth: [UserRegistered]}");
    private static final Expected SAGAS = new Expected("names of sagas, 2 to 24 lower-case letters, digits and dashes", "[sign-up]");
    private static final Expected OBSERVED = new Expected(
            "an object of cpuUnitsP95 and memoryMibP99, what the application used", "{cpuUnitsP95: 90, memoryMibP99: 310}");

    private BehaviourReader() {}

    /** @param others names of the other services, which may publish */
    static void read(Section section, MeshServiceArgs.Builder args, Set<String> others) {
        if (section.has("scaling")) {
            scaling(section.object("scaling", SCALING), args);
        }
        set(section.flag("burst", false), args::burst);
        set(section.flag("topic", false), args::topic);
        set(section.flag("publishes", false), args::publishes);
        set(section.flag("outbox", false), args::outbox);
        if (section.has("sagas")) {
            set(section.texts("sagas", text -> text.matches(Patterns.SAGA), SAGAS), args::sagas);
        }
        if (section.has("healthCommand")) {
            List<String> command = section.texts("healthCommand", text -> !text.isBlank(), COMMAND);
            if (command != null && (command.size() < 2 || !command.get(0).matches("CMD|CMD-SHELL"))) {
                section.problem("healthCommand", command.toString(), COMMAND);
            } else if (command != null) {
                args.healthCommand(command);
            }
        }
        if (section.has("subscriptions")) {
            subscriptions(section.object("subscriptions", SUBSCRIPTIONS), args, others);
        }
    }

    /** What the application used, for advice on its size; empty when it is not said. */
    static Optional<RightSizing.Observed> observed(Section section) {
        if (!section.has("observed")) {
            return Optional.empty();
        }
        Section observed = section.object("observed", OBSERVED);
        if (observed == null) {
            return Optional.empty();
        }
        Integer cpu = observed.integer("cpuUnitsP95", 1, 16384, "95th percentile of CPU units", 90);
        Integer memory = observed.integer("memoryMibP99", 1, 122880, "99th percentile of memory in MiB", 310);
        observed.rejectUnknown();
        return cpu == null || memory == null ? Optional.empty() : Optional.of(new RightSizing.Observed(cpu, memory));
    }

    private static void scaling(Section scaling, MeshServiceArgs.Builder args) {
        if (scaling == null) {
            return;
        }
        List<ScalingTarget> targets = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (scaling.has(metric.key())) {
                BigDecimal value = scaling.decimal(metric.key(), BigDecimal.valueOf(metric.least()).toPlainString(),
                        BigDecimal.valueOf(metric.most()).toPlainString(), "what scaling aims at", "60");
                if (value != null) {
                    targets.add(new ScalingTarget(metric, value.doubleValue()));
                }
            }
        }
        scaling.rejectUnknown();
        args.scaling(targets);
    }

    private static void subscriptions(Section subscriptions, MeshServiceArgs.Builder args, Set<String> others) {
        if (subscriptions == null) {
            return;
        }
        List<EventSubscription> all = new ArrayList<>();
        for (String publisher : subscriptions.keys()) {
            if (!others.contains(publisher)) {
                subscriptions.problem(publisher, "the service \"" + publisher + "\"",
                        new Expected("one of the other services " + others, SUBSCRIPTIONS.example()));
                continue;
            }
            List<String> types = subscriptions.texts(publisher, text -> text.matches(Patterns.EVENT_TYPE),
                    new Expected("a list of event types of 1 to 64 letters, digits and ._-", "[UserRegistered]"));
            if (types != null && !types.isEmpty()) {
                all.add(new EventSubscription(publisher, types));
            } else if (types != null) {
                subscriptions.problem(publisher, "0 types", new Expected("at least 1 event type", "[UserRegistered]"));
            }
        }
        args.subscriptions(all);
    }

    private static <T> void set(T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
