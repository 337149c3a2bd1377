package dev.tandem.components.service;

import java.util.ArrayList;
import java.util.List;

/**
 * How the number of tasks follows load and time of day.
 *
 * @param minTasks                fewest tasks outside the daytime floor
 * @param maxTasks                most tasks at any time
 * @param cpuTargetPercent        average CPU of the service that scaling aims at, percent
 * @param scaleOutCooldownSeconds wait after adding tasks
 * @param scaleInCooldownSeconds  wait after removing tasks
 * @param schedules               changes of the minimum by time of day
 */
public record ScalingPlan(
        int minTasks,
        int maxTasks,
        int cpuTargetPercent,
        int scaleOutCooldownSeconds,
        int scaleInCooldownSeconds,
        List<Schedule> schedules) {

    private static final int CPU_TARGET = 60;
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

    /** Copies the list. */
    public ScalingPlan {
        schedules = List.copyOf(schedules);
    }

    /** The plan of a service. */
    public static ScalingPlan of(MeshServiceArgs args) {
        List<Schedule> schedules = new ArrayList<>();
        args.daytimeFloor().ifPresent(floor -> {
            String zone = floor.zone().getId();
            schedules.add(new Schedule("day", daily(floor.fromHour()), zone, floor.tasks(), args.maxTasks()));
            schedules.add(new Schedule("night", daily(floor.toHour()), zone, args.minTasks(), args.maxTasks()));
        });
        return new ScalingPlan(args.minTasks(), args.maxTasks(), CPU_TARGET, OUT_COOLDOWN, IN_COOLDOWN, schedules);
    }

    private static String daily(int hour) {
        return "cron(0 " + hour + " * * ? *)";
    }
}
