package dev.tandem.cost.whatif;

import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.whatif.Change.TaskKey;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Changes how many tasks of a service run, or on what. Autoscaling would undo a desired count alone, so its minimum and
 * those of its schedules change with it.
 */
final class TaskChange {

    private static final String TARGET = "aws:appautoscaling/target:Target";
    private static final String SCHEDULED = "aws:appautoscaling/scheduledAction:ScheduledAction";
    private static final List<String> STRATEGIES = List.of("capacityProviderStrategies", "capacityProviderStrategy");

    private final Plan plan;
    private final Change change;
    private final TaskKey key;
    private final long number;
    private final Map<String, Resource> changed = new HashMap<>();

    TaskChange(Plan plan, Change change, TaskKey key) {
        this.plan = plan;
        this.change = change;
        this.key = key;
        this.number = change.value().longValueExact();
    }

    /** The plan with the change; what it did is added to the notes. */
    List<Resource> apply(List<String> notes) {
        List<FargateService> concerned = FargateService.of(plan).stream()
                .filter(s -> change.service().map(s.service()::equals).orElse(true)).toList();
        // A second version that runs no task is not what somebody means who asks for more.
        List<FargateService> running = concerned.stream().filter(s -> s.tasks().typical().signum() > 0).toList();
        List<FargateService> chosen = running.isEmpty() ? concerned : running;
        if (chosen.isEmpty()) {
            notes.add(change.text() + ": this stack has no such service, so nothing changes");
        }
        chosen.forEach(s -> notes.add(switch (key) {
            case DESIRED_COUNT -> desired(s);
            case MAX_CAPACITY -> maximum(s);
            case SPOT_PERCENT -> spot(s);
        }));
        return plan.all().stream().map(r -> changed.getOrDefault(r.urn(), r)).toList();
    }

    private String desired(FargateService s) {
        edit(s.resource(), fields -> put(fields, "desiredCount", number));
        List<Resource> targets = plan.referrers(s.resource(), TARGET, "resourceId");
        for (Resource target : targets) {
            edit(target, fields -> bounds(fields, true));
            plan.referrers(target, SCHEDULED, "resourceId").forEach(a -> edit(a, this::action));
        }
        return s.resource().name() + ": " + show(s.tasks().typical()) + " -> " + number + " task(s) at rest, all week"
                + (targets.isEmpty() ? "" : "; autoscaling's minimum is " + number + " then, its maximum at least that");
    }

    private String maximum(FargateService s) {
        List<Resource> targets = plan.referrers(s.resource(), TARGET, "resourceId");
        for (Resource target : targets) {
            edit(target, fields -> bounds(fields, false));
            plan.referrers(target, SCHEDULED, "resourceId").forEach(a -> edit(a, this::action));
        }
        return targets.isEmpty() ? s.resource().name() + ": has no autoscaling, so nothing changes"
                : s.resource().name() + ": autoscaling up to " + show(s.tasks().maximum()) + " -> " + number + " task(s)";
    }

    /** So many of a hundred tasks on Spot, the others on demand; with few tasks the remainder runs on demand. */
    private String spot(FargateService s) {
        Value mix = new Value.Items(List.of(share("FARGATE", 100 - number), share("FARGATE_SPOT", number)));
        edit(s.resource(), fields -> {
            STRATEGIES.stream().filter(n -> n.equals(STRATEGIES.get(0)) || fields.containsKey(n))
                    .forEach(n -> fields.put(n, mix));
            fields.remove("launchType");
            return fields;
        });
        return s.resource().name() + ": " + number + " % of the tasks on Spot";
    }

    private static Value share(String provider, long weight) {
        return new Value.Fields(Map.of("capacityProvider", new Value.Text(provider), "base", new Value.Num(0L),
                "weight", new Value.Num(weight)));
    }

    private Map<String, Value> action(Map<String, Value> fields) {
        fields.computeIfPresent("scalableTargetAction", (k, v) -> inside(v, key == TaskKey.DESIRED_COUNT));
        return fields;
    }

    /** Bounds of a target, also of the schedules that stand in it. */
    private Map<String, Value> bounds(Map<String, Value> fields, boolean minimum) {
        fields.computeIfPresent("scheduledActions", (k, v) -> v instanceof Value.Items items
                ? new Value.Items(items.values().stream().map(this::inlineAction).toList()) : v);
        if (minimum) {
            put(fields, "minCapacity", number);
            fields.computeIfPresent("maxCapacity", (k, v) -> new Value.Num(Math.max(number, whole(v))));
        } else {
            put(fields, "maxCapacity", number);
            fields.computeIfPresent("minCapacity", (k, v) -> new Value.Num(Math.min(number, whole(v))));
        }
        return fields;
    }

    private Value inlineAction(Value action) {
        return action instanceof Value.Fields f ? new Value.Fields(action(new HashMap<>(f.values()))) : action;
    }

    private Value inside(Value action, boolean minimum) {
        if (action instanceof Value.Items items) {
            return new Value.Items(items.values().stream().map(i -> inside(i, minimum)).toList());
        }
        return action instanceof Value.Fields f ? new Value.Fields(bounds(new HashMap<>(f.values()), minimum)) : action;
    }

    private void edit(Resource r, UnaryOperator<Map<String, Value>> with) {
        Resource now = changed.getOrDefault(r.urn(), r);
        Map<String, Value> fields = new HashMap<>();
        now.properties().entries().forEach((k, v) -> v.value().ifPresent(value -> fields.put(k, value)));
        Resource.Builder b = Resource.builder(r.urn()).type(r.type()).name(r.name()).properties(with.apply(fields))
                .options(r.options()).dependencies(r.dependencies()).propertyDependencies(r.propertyDependencies());
        r.provider().ifPresent(b::provider);
        r.parent().ifPresent(b::parent);
        changed.put(r.urn(), b.build());
    }

    private static Map<String, Value> put(Map<String, Value> fields, String name, long value) {
        fields.put(name, new Value.Num(value));
        return fields;
    }

    /** An unknown bound is taken as none. */
    private long whole(Value value) {
        return value instanceof Value.Num n ? n.value().longValue() : number;
    }

    private static String show(BigDecimal tasks) {
        return tasks.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
