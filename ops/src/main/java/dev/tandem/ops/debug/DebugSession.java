package dev.tandem.ops.debug;

import java.time.Instant;
import java.util.Optional;

/**
 * A debug task that is there.
 *
 * @param service whose it is
 * @param task    id of the ECS task
 * @param status  such as {@code PROVISIONING} or {@code RUNNING}
 * @param ready   whether the agent that takes commands runs
 * @param seconds how long it lasts from its start
 * @param started when it started; empty while it does not run yet
 * @param by      ARN of who opened it; empty when it is not told
 */
public record DebugSession(
        String service, String task, String status, boolean ready, long seconds, Optional<Instant> started, String by) {

    /** When it ends by itself; empty while it does not run yet. */
    public Optional<Instant> ends() {
        return started.map(at -> at.plusSeconds(seconds));
    }

    /** One line. */
    public String text() {
        return service + ": task " + task + " " + status + (ready ? ", takes commands" : ", takes no commands yet")
                + ends().map(at -> ", ends " + at).orElse(", ends " + seconds + " s after its start")
                + (by.isEmpty() ? "" : ", opened by " + by);
    }
}
