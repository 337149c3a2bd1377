package dev.tandem.cost.plan;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Follows a service's task count through a week: its desired count, scalable target and scheduled actions. */
final class Scaling {

    private static final String TARGET = "aws:appautoscaling/target:Target";
    private static final String POLICY = "aws:appautoscaling/policy:Policy";
    private static final String SCHEDULED = "aws:appautoscaling/scheduledAction:ScheduledAction";
    private static final long ASSUMED = 1;

    private record Event(int minute, Optional<Integer> min, Optional<Integer> max) {}

    private final CapacityMix mix;
    private final List<String> notes = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private boolean elastic;
    private boolean follows;
    private int count;
    private int min;
    private int max;
    private long onDemandMinutes;
    private long spotMinutes;
    private long maximumMinutes;

    private Scaling(CapacityMix mix) {
        this.mix = mix;
        notes.addAll(mix.notes());
    }

    static RunningTasks of(Plan plan, Resource service, CapacityMix mix) {
        Scaling s = new Scaling(mix);
        s.count = s.read(service.get("desiredCount"), 0);
        plan.referrers(service, TARGET, "resourceId").stream().findFirst().ifPresent(t -> s.target(plan, t));
        return s.week();
    }

    private void target(Plan plan, Resource target) {
        elastic = true;
        min = read(target.get("minCapacity"), 0);
        max = read(target.get("maxCapacity"), min);
        follows = !plan.referrers(target, POLICY, "resourceId").isEmpty();
        for (Resource action : plan.referrers(target, SCHEDULED, "resourceId")) {
            action(action.properties(), action.name());
        }
        Plan.items(target.get("scheduledActions")).forEach(a -> action(a, target.name()));
        events.sort(Comparator.comparingInt(Event::minute));
        notes.add(follows ? "autoscaling rests at the minimum in force" : "the scalable target only bounds the count");
    }

    private void action(Property action, String name) {
        Optional<List<Integer>> times = Plan.text(action.at("schedule")).flatMap(WeeklyTimes::of);
        if (times.isEmpty()) {
            notes.add("the schedule of " + name + " is no weekly cron expression that is known: left out");
            return;
        }
        Property bounds = action.at("scalableTargetAction[0]");
        Optional<Integer> lower = bound(bounds.at("minCapacity"));
        Optional<Integer> upper = bound(bounds.at("maxCapacity"));
        times.get().forEach(t -> events.add(new Event(t, lower, upper)));
    }

    private Optional<Integer> bound(Property property) {
        return property.isMissing() ? Optional.empty() : Optional.of(read(property, 0));
    }

    private int read(Property property, long otherwise) {
        Quantity q = Plan.number(property, otherwise, ASSUMED);
        notes.addAll(q.notes());
        return q.intValue();
    }

    /** Runs two weeks, so that the second starts as a week in the middle of a year does, and measures that. */
    private RunningTasks week() {
        settle();
        for (int pass = 0; pass < 2; pass++) {
            onDemandMinutes = 0;
            spotMinutes = 0;
            maximumMinutes = 0;
            int since = 0;
            for (Event e : events) {
                add(e.minute() - since);
                since = e.minute();
                min = e.min().orElse(min);
                max = Math.max(e.max().orElse(max), min);
                settle();
            }
            add(WeeklyTimes.WEEK - since);
        }
        return new RunningTasks(mean(onDemandMinutes), mean(spotMinutes), mean(maximumMinutes),
                notes.stream().distinct().toList());
    }

    private void settle() {
        if (elastic) {
            count = follows ? min : Math.max(min, Math.min(count, max));
        }
    }

    private void add(int minutes) {
        int onDemand = mix.onDemand(count);
        onDemandMinutes += (long) onDemand * minutes;
        spotMinutes += (long) (count - onDemand) * minutes;
        maximumMinutes += (long) (elastic ? Math.max(max, count) : count) * minutes;
    }

    private static BigDecimal mean(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(WeeklyTimes.WEEK), MathContext.DECIMAL128);
    }
}
