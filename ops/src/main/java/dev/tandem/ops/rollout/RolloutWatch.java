package dev.tandem.ops.rollout;

import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.OperationRefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import software.amazon.awssdk.core.exception.SdkException;

/** Follows a deployment of ECS to its end. Whatever becomes of the watch, ECS goes on. */
public final class RolloutWatch {

    /** A deployment that was ordered is there after so long. */
    static final Duration APPEARS = Duration.ofMinutes(2);

    private static final int POLL_SECONDS = 5;
    private static final int BLIND = 12;

    private final Rollouts rollouts;
    private final Clock clock;
    private final IntConsumer pause;

    /** @param pause waits so many seconds between looks */
    public RolloutWatch(Rollouts rollouts, Clock clock, IntConsumer pause) {
        this.rollouts = rollouts;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Waits for the end of the newest deployment. Looks that fail are repeated for a minute.
     *
     * @param image what it must bring; empty for whatever it brings
     * @param limit how long it is waited for
     * @param moved hears each state that differs from the one before
     * @return its last state, which has ended
     * @throws OperationRefusedException when no deployment brings the image, or it has not ended within the limit
     * @throws RouteSourceException      when ECS can't be asked
     */
    public Rollout follow(Optional<String> image, Duration limit, Consumer<Rollout> moved) {
        Instant begin = clock.instant();
        Optional<Rollout> last = Optional.empty();
        int blind = 0;
        while (true) {
            try {
                Optional<Rollout> newest = rollouts.newest();
                blind = 0;
                if (newest.filter(now -> image.map(now::brings).orElse(true)).isPresent()) {
                    if (!newest.equals(last)) {
                        moved.accept(newest.get());
                    }
                    last = newest;
                    if (newest.get().ended()) {
                        return newest.get();
                    }
                } else if (after(begin, APPEARS)) {
                    throw new OperationRefusedException("the newest deployment of " + rollouts.name() + " brings "
                            + newest.map(Rollout::image).orElse("nothing: there is none") + ", expected one that brings "
                            + image.orElse("an image") + ". Another deployment may have taken its place");
                }
            } catch (SdkException failure) {
                if (++blind == BLIND) {
                    throw AwsFailures.explain("ecs:ListServiceDeployments", rollouts.name() + " (its deployment goes on)", failure);
                }
            }
            if (after(begin, limit)) {
                throw new OperationRefusedException("the deployment of " + rollouts.name() + " is at '"
                        + last.map(Rollout::text).orElse("not known") + "' after " + limit.toMinutes()
                        + " minutes, expected its end. ECS goes on with it; look again later, or stop it");
            }
            pause.accept(POLL_SECONDS);
        }
    }

    private boolean after(Instant begin, Duration limit) {
        return !clock.instant().isBefore(begin.plus(limit));
    }
}
