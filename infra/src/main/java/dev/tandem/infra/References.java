package dev.tandem.infra;

import dev.tandem.components.service.EventSubscription;
import dev.tandem.components.service.MeshServiceArgs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What services of a stack expect of one another, beyond names, callers and keys: who listens needs somebody who speaks. Pure. */
final class References {

    private References() {}

    /** @throws IllegalArgumentException when a service subscribes to events of one that can send none */
    static void check(List<MeshServiceArgs> services) {
        Map<String, MeshServiceArgs> byName = new TreeMap<>();
        services.forEach(service -> byName.put(service.name(), service));
        for (MeshServiceArgs service : services) {
            for (EventSubscription subscription : service.subscriptions()) {
                MeshServiceArgs publisher = byName.get(subscription.publisher());
                if (publisher == null || !publisher.outbox() && !publisher.publishes()) {
                    throw new IllegalArgumentException("service " + service.name() + " subscribes to " + subscription.types() + " of "
                            + subscription.publisher() + (publisher == null ? ", which is none of tandem:services " + byName.keySet()
                                    : ", which has neither an outbox nor publishes: no event would ever come")
                            + ". Expected a service with outbox: true (events from its table) or publishes: true (events that its tasks"
                            + " send). Fix: say so at " + subscription.publisher() + ", or take the subscription away");
                }
            }
        }
    }
}
