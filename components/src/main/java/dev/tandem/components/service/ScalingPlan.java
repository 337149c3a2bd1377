package dev.tandem.components.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the number of tasks follows load and time of day. With several targets the one that asks for most tasks wins.
 *
 * @param minTasks                fewest tasks outside the daytime floor
 * @param maxTasks                most tasks at any time
 * @param targets                 what scaling aims at; each costs two alarms
 * @param burst                   tasks added at once when CPU jumps; empty for none
 * @param scaleOutCooldownSeconds wait after adding tasks
 * @param scaleInCooldownSeconds  wait after removing tasks
 * @param schedules               changes of minimum and maximum by time of day
 */
public record ScalingPlan(
        int minTasks,
        int maxTasks,
        List<ScalingTarget> targets,
        Optional<Burst> burst,
        int scaleOutCooldownSeconds,
        int scaleInCooldownSeconds,
        List<Schedule> schedules) {

    private static final int OUT_COOLDOWN = 60;
    private static final int IN_COOLDOWN = 300;

    /**
     * A change of the limits at one time of every day.
     *
     * @param key      stable part of the action's name
     * @param cron     six fields, as Application Auto Scaling takes them
     * @param timezone IANA name
     * @param minTasks fewest tasks from then on
     * @param maxTasks most tasks from then on
     */
    public record Schedule(String key, String cron, String timezone, int minTasks, int maxTasks) {}

    /**
     * Steps for a jump of the load: target tracking waits three minutes, this one.
     *
     * @param cpuPercent mean CPU of one minute above which it acts
     * @param steps      how many tasks are added
     */
    public record Burst(int cpuPercent, List<Step> steps) {
        /** One task from 80 % on, two from 90 % on. */
        public static final Burst DEFAULT = new Burst(80, List.of(new Step(0, 10, 1), new Step(10, null, 2)));

        /** Copies the list. */
        public Burst {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One step.
     *
     * @param from  percent above the threshold at which it begins
     * @param below percent above the threshold at which it ends; {@code null} for no end
     * @param add   tasks added
     */
    public record Step(int from, Integer below, int add) {}

    /** Copies the lists. */
    public ScalingPlan {
        targets = List.copyOf(targets);
        schedules = List.copyOf(schedules);
    }

    /** The plan of a service. */
    public static ScalingPlan of(MeshServiceArgs args) {
        List<Schedule> schedules = new ArrayList<>();
        args.daytimeFloor().ifPresent(floor -> {
            String zone = floor.zone().getId();
            schedules.add(new Schedule("day", daily(floor.fromHour()), zone, floor.tasks(), args.maxTasks()));
            schedules.add(new Schedule("night", daily(floor.toHour()), zone, args.minTasks(),
                    floor.outside().orElse(args.maxTasks())));
        });
        return new ScalingPlan(args.minTasks(), args.maxTasks(), args.scaling(),
                args.burst() ? Optional.of(Burst.DEFAULT) : Optional.empty(), OUT_COOLDOWN, IN_COOLDOWN, schedules);
    }

    private static String daily(int hour) {
        return "cron(0 " + hour + " * * ? *)";
    }
}
