package dev.tandem.mesh.route;

import java.util.Objects;
import java.util.Optional;

/**
 * Faults injected on purpose before a request leaves the caller's Envoy or the edge; at least one of delay and abort.
 *
 * @param delay  lets requests wait; empty for none
 * @param abort  answers requests without the service; empty for none
 * @param onlyIf header that a request must carry to be affected; empty for all requests
 */
public record Fault(Optional<Delay> delay, Optional<Abort> abort, Optional<HeaderGate> onlyIf) {

    /**
     * Requests wait.
     *
     * @param millis  how long, milliseconds
     * @param percent share of the requests, whole percent 1 to 100
     */
    public record Delay(int millis, int percent) {}

    /**
     * Requests are answered with an error.
     *
     * @param status  HTTP status, 400 to 599
     * @param percent share of the requests, whole percent 1 to 100
     */
    public record Abort(int status, int percent) {}

    /**
     * Only requests with this header are affected.
     *
     * @param name  header name, lower case
     * @param value its exact value
     */
    public record HeaderGate(String name, String value) {
        /** Both are required. */
        public HeaderGate {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /** Absent parts are empty, never null. */
    public Fault {
        Objects.requireNonNull(delay, "delay");
        Objects.requireNonNull(abort, "abort");
        Objects.requireNonNull(onlyIf, "onlyIf");
    }
}
