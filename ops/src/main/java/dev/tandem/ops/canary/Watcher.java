package dev.tandem.ops.canary;

import dev.tandem.ops.routes.RoutePlan;

/** Hears what a canary does while it does it. */
public interface Watcher {

    /** A line for whoever looks. */
    void says(String line);

    /** A change of routes that is done. */
    void changed(RoutePlan plan, long now, String why);
}
