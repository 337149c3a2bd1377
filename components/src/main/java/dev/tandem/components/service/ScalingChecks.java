package dev.tandem.components.service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks of what a service scales on, and of the events that it gets. */
final class ScalingChecks {

    private ScalingChecks() {}

    static void scaling(String service, List<ScalingTarget> scaling, boolean hasPath) {
        if (scaling.isEmpty()) {
            throw new IllegalArgumentException("service " + service + " has 0 scaling targets: expected at least 1, such as"
                    + " 60 % CPU");
        }
        Set<ScalingTarget.Metric> seen = new HashSet<>();
        for (ScalingTarget target : scaling) {
            String key = target.metric().key();
            if (!seen.add(target.metric())) {
                throw new IllegalArgumentException("service " + service + " scales on " + key + " twice: name it once");
            }
            if (target.metric().needsPath() && !hasPath) {
                throw new IllegalArgumentException("service " + service + " scales on " + key + ", which is measured at the load"
                        + " balancer, but has no path there: give it a path, or scale on cpu or memory");
            }
        }
    }

    static void subscriptions(String service, List<EventSubscription> subscriptions, boolean queue) {
        if (!subscriptions.isEmpty() && !queue) {
            throw new IllegalArgumentException("service " + service + " subscribes to events of "
                    + subscriptions.get(0).publisher() + ", but has no queue for them: give it a queue");
        }
        Set<String> seen = new HashSet<>();
        subscriptions.forEach(subscription -> {
            if (!seen.add(subscription.publisher())) {
                throw new IllegalArgumentException("service " + service + " subscribes to " + subscription.publisher()
                        + " twice: put all types into one subscription");
            }
        });
    }
}
