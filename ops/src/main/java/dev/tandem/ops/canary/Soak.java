package dev.tandem.ops.canary;

import dev.tandem.mesh.route.RouteSourceException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** Watches one share: every few seconds a look, red ends it at once, green counts when the time is over. */
final class Soak {

    private static final int POLL_SECONDS = 5;
    private static final int BLIND = 6;

    private final Gate gate;
    private final Clock clock;
    private final Canary.Pause pause;
    private final Watcher watcher;
    private Runnable keepLease = () -> {};

    Soak(Gate gate, Clock clock, Canary.Pause pause, Watcher watcher) {
        this.gate = gate;
        this.clock = clock;
        this.pause = pause;
        this.watcher = watcher;
    }

    void keeping(Runnable renew) {
        keepLease = renew;
    }

    Instant now() {
        return clock.instant();
    }

    /** What the gates say of a service before anything begins: nothing was answered yet, so only red counts. */
    Verdict before(CanaryRun fresh) {
        return gate.look(fresh.soaking(clock.instant()));
    }

    /**
     * The verdict that ends it.
     *
     * @param unchanged throws when the run is not the watcher's any more
     */
    Verdict watch(CanaryRun run, Consumer<CanaryRun> unchanged) {
        long over = run.since() + run.settings().soakSeconds() * 1000;
        long most = run.since() + Canary.LONGEST * run.settings().soakSeconds() * 1000;
        int blind = 0;
        String said = "";
        while (true) {
            keepLease.run();
            unchanged.accept(run);
            Verdict verdict;
            try {
                verdict = gate.look(run);
                blind = 0;
            } catch (RouteSourceException cannotLook) {
                if (++blind == BLIND) {
                    throw cannotLook;
                }
                verdict = Verdict.open("a gate could not look: " + cannotLook.getMessage());
            }
            long now = clock.millis();
            if (verdict.colour() == Verdict.Colour.RED || verdict.colour() == Verdict.Colour.GREEN && now >= over
                    || verdict.colour() == Verdict.Colour.OPEN && now >= most) {
                return verdict;
            }
            if (!verdict.text().equals(said)) {
                said = verdict.text();
                watcher.says(run.share() + " %, " + Math.max(0, (over - now) / 1000) + " s to go: " + said);
            }
            pause.seconds((int) Math.max(1, Math.min(POLL_SECONDS, (over - now + 999) / 1000)));
        }
    }
}
