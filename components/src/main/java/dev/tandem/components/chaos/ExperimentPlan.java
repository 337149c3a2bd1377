package dev.tandem.components.chaos;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One experiment template: one action on one kind of target, stopped by any of its alarms.
 *
 * @param key         stable part of its name
 * @param description what breaks, one sentence
 * @param action      AWS's identifier of the action
 * @param parameters  of the action
 * @param target      what breaks; empty where the action says so itself
 * @param stopAlarms  ARNs of the alarms that end it
 */
public record ExperimentPlan(String key, String description, String action, Map<String, String> parameters, Optional<Target> target,
        List<String> stopAlarms) {

    /** Copies the collections. */
    public ExperimentPlan {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        stopAlarms = List.copyOf(stopAlarms);
    }

    /** What an action breaks. */
    public sealed interface Target {

        /** What the action calls it. */
        String key();

        /** AWS's type of it. */
        String resourceType();

        /** How many of them. */
        String selection();
    }

    /**
     * One of the tasks of an ECS service, at random.
     *
     * @param service the ECS service
     */
    public record OneTask(String service) implements Target {

        @Override
        public String key() {
            return "Tasks";
        }

        @Override
        public String resourceType() {
            return "aws:ecs:task";
        }

        @Override
        public String selection() {
            return "COUNT(1)";
        }
    }

    /**
     * Subnets of a region.
     *
     * @param zones  positions of their availability zones
     * @param edge   whether the load balancer's subnets of these zones as well, or the tasks' only
     */
    public record Subnets(List<Integer> zones, boolean edge) implements Target {

        /** Copies the list. */
        public Subnets {
            zones = List.copyOf(zones);
        }

        @Override
        public String key() {
            return "Subnets";
        }

        @Override
        public String resourceType() {
            return "aws:ec2:subnet";
        }

        @Override
        public String selection() {
            return "ALL";
        }
    }
}
