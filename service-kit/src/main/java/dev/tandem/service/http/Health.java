package dev.tandem.service.http;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How the service is, for ECS, the mesh's agent and the gate of a deployment: {@code /livez} (restart me when it fails),
 * {@code /readyz} (give me requests while it is well) and {@code /healthz}, the load balancer's, the same as ready.
 * Safe for use by several threads.
 */
public final class Health {

    static final List<String> PATHS = List.of("/livez", "/readyz", "/healthz");

    /** States in their order. */
    public enum State {
        /** Alive, not yet to be asked. */
        STARTING,
        /** To be asked. */
        READY,
        /** About to end: answers what has begun, is asked nothing new. */
        DRAINING
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

    /** Goes on to a state; never back. */
    public void become(State next) {
        state.updateAndGet(now -> next.compareTo(now) > 0 ? next : now);
    }

    /** The present one. */
    public State state() {
        return state.get();
    }

    /** Adds the paths at the root, which the agent asks, and below the base path, which the load balancer asks. */
    public void addTo(Routes routes, String basePath) {
        for (String base : basePath.isEmpty() ? List.of("") : List.of("", basePath)) {
            routes.on("GET", base + "/livez", request -> answer(200));
            routes.on("GET", base + "/readyz", request -> answer(state.get() == State.READY ? 200 : 503));
            routes.on("GET", base + "/healthz", request -> answer(state.get() == State.READY ? 200 : 503));
        }
    }

    private Response answer(int status) {
        return Response.json(status, Json.object().put("state", state.get().name().toLowerCase(java.util.Locale.ROOT)));
    }
}
