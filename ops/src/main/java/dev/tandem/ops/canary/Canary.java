package dev.tandem.ops.canary;

import dev.tandem.mesh.route.RouteChecks;
import dev.tandem.mesh.store.Lease;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.RouteConflictException;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.canary.CanaryRun.Phase;
import dev.tandem.ops.routes.RouteOperations;
import dev.tandem.ops.routes.RoutePlan;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A canary from its first share to its end. Every state is written before the change that it announces, and a change that is
 * done already is found to be so: a run that was killed anywhere is taken up by the next one. Of two runs on one service the
 * second is refused; {@link #abort} is not, and ends the first at its next look. For one thread.
 */
public final class Canary {

    /** A killed run blocks the next one for so long; {@link #abort} is never blocked. */
    static final Duration RUNNER = Duration.ofMinutes(1);

    /** A share without enough answers is watched for so many soaks. */
    static final int LONGEST = 3;

    private static final int ATTEMPTS = 5;

    private final RouteOperations routes;
    private final CanaryStore store;
    private final LeaseStore leases;
    private final Soak soak;
    private final CanaryShares shares;
    private final Watcher watcher;
    private final String who;

    /**
     * Over one table.
     *
     * @param pause  waits a number of seconds between looks
     * @param gate   what every look asks
     * @param who    ARN of the operator
     */
    public Canary(RouteOperations routes, CanaryStore store, LeaseStore leases, Gate gate, Clock clock, Pause pause, Watcher watcher,
            String who) {
        this.routes = routes;
        this.store = store;
        this.leases = leases;
        this.soak = new Soak(gate, clock, pause, watcher);
        this.shares = new CanaryShares(routes, watcher, who);
        this.watcher = watcher;
        this.who = who;
    }

    /** Waits; a test does not. */
    @FunctionalInterface
    public interface Pause {
        /** @param seconds at least 1 */
        void seconds(int seconds);
    }

    /** The canary of a service that is under way; empty when there is none. */
    public Optional<CanaryRun> running(String service) {
        routes.live(service);
        return store.load(service).filter(run -> !run.ended());
    }

    /**
     * The change that gives a run's share.
     *
     * @throws OperationRefusedException when the service has no such version
     */
    public RoutePlan plan(CanaryRun run) {
        return shares.plan(run);
    }

    /** The change that gives the share after a run's present one. */
    public RoutePlan planNext(CanaryRun run) {
        return shares.plan(run.next());
    }

    /** The change that takes a run's share away. */
    public RoutePlan planBack(CanaryRun run) {
        return shares.planBack(run);
    }

    /**
     * Begins, and watches the first share; takes up a run that is at its first share already.
     *
     * @param fresh a run in phase {@link Phase#MOVING} at its first step
     * @return green, or undone
     * @throws OperationRefusedException when another canary of the service is under way
     */
    public CanaryRun start(CanaryRun fresh) {
        return alone(fresh.service(), () -> {
            Optional<CanaryRun> last = store.load(fresh.service());
            if (last.filter(run -> !run.ended()).isPresent()) {
                CanaryRun run = last.get();
                if (run.step() == 0 && run.phase() != Phase.UNDOING && run.settings().equals(fresh.settings())) {
                    return settle(run);
                }
                throw new OperationRefusedException("a " + run.text() + ", expected none. Go on with ./tandem canary step "
                        + run.service() + " --yes, or take it back with ./tandem canary abort " + run.service() + " --yes");
            }
            RoutePlan plan = shares.plan(fresh);
            RouteChecks.refuse("canary of " + fresh.service(), plan.problems());
            Verdict before = soak.before(fresh);
            if (before.colour() == Verdict.Colour.RED) {
                throw new OperationRefusedException(fresh.service() + ": no canary begins while a gate is red: " + before.text());
            }
            return settle(saved(last.map(fresh::after).orElse(fresh), last));
        });
    }

    /**
     * Watches the present share to its end, then gives the next one and watches that.
     *
     * @return green, or undone
     * @throws OperationRefusedException when there is no canary, or it is at its last share
     */
    public CanaryRun step(String service) {
        required(service);
        return alone(service, () -> {
            CanaryRun run = settle(required(service));
            if (run.phase() != Phase.GREEN) {
                return run;
            }
            if (run.last()) {
                throw new OperationRefusedException(service + ": " + run.share() + " % is the canary's last share and it is green: go on"
                        + " with ./tandem canary promote " + service + " --yes");
            }
            return settle(moved(run));
        });
    }

    /**
     * Gives it everything.
     *
     * @return promoted, or undone
     * @throws OperationRefusedException when there is no canary, or shares of it are still to come
     */
    public CanaryRun promote(String service) {
        required(service);
        return alone(service, () -> {
            CanaryRun run = required(service);
            if (run.step() < run.settings().steps().size() - 1 && run.phase() != Phase.UNDOING) {
                throw new OperationRefusedException(service + ": the canary is at " + run.share() + " % of "
                        + run.settings().steps() + ", expected every share to be green before it is promoted. Go on with"
                        + " ./tandem canary step " + service + " --yes");
            }
            run = settle(run);
            return run.phase() == Phase.GREEN ? settle(moved(run)) : run;
        });
    }

    /** Goes on from wherever the run is, share by share, until it is promoted or undone. */
    public CanaryRun through(String service) {
        required(service);
        return alone(service, () -> {
            CanaryRun run = settle(required(service));
            while (run.phase() == Phase.GREEN) {
                run = settle(moved(run));
            }
            return run;
        });
    }

    /**
     * Takes it back, whoever watches it.
     *
     * @throws OperationRefusedException when there is nothing to take back
     */
    public CanaryRun abort(String service, String reason) {
        for (int attempt = 1; ; attempt++) {
            CanaryRun run = required(service);
            CanaryRun undoing = run.phase() == Phase.UNDOING ? run : run.undoing(reason);
            if (undoing == run || store.save(undoing, Optional.of(run))) {
                return undo(undoing);
            }
            if (attempt == ATTEMPTS) {
                throw new RouteConflictException(service + ": its canary changes faster than it can be aborted, run it again");
            }
        }
    }

    private CanaryRun required(String service) {
        return running(service).orElseThrow(() -> {
            String last = store.load(service).map(run -> " The last: " + run.text() + ".").orElse("");
            return new OperationRefusedException(service + " has no canary under way." + last
                    + " Begin one with ./tandem canary start " + service);
        });
    }

    private CanaryRun alone(String service, java.util.function.Supplier<CanaryRun> work) {
        routes.live(service);
        Lease lease = leases.acquire(service + "/canary", who, RUNNER);
        try {
            soak.keeping(() -> leases.renew(lease, RUNNER));
            return work.get();
        } catch (SupersededException other) {
            CanaryRun now = store.load(service).orElseThrow(() -> other);
            watcher.says("someone else changed it: " + now.text());
            return now.phase() == Phase.UNDOING ? undo(now) : now;
        } finally {
            leases.release(lease);
        }
    }

    /** Does what the state announces until there is something to decide. */
    private CanaryRun settle(CanaryRun from) {
        CanaryRun run = from;
        while (true) {
            switch (run.phase()) {
                case MOVING -> run = give(run);
                case SOAKING -> {
                    Verdict outcome = soak.watch(run, this::unchanged);
                    run = switch (outcome.colour()) {
                        case GREEN -> saved(run, r -> r.to(Phase.GREEN));
                        case RED -> saved(run, r -> r.undoing(outcome.text()));
                        case OPEN -> throw new OperationRefusedException(run.service() + ": no verdict at " + run.share() + " %: "
                                + outcome.text() + ". The share stays; send traffic and repeat the command, or abort");
                    };
                }
                case UNDOING -> {
                    return undo(run);
                }
                default -> {
                    return run;
                }
            }
        }
    }

    private CanaryRun give(CanaryRun run) {
        RoutePlan plan = shares.plan(run);
        if (!plan.idle() && !plan.problems().isEmpty()) {
            return saved(run, r -> r.undoing("it could not get " + run.share() + " %: " + plan.problems()));
        }
        shares.apply(plan, run.share() + " % for " + run.version());
        return run.share() == 100 ? saved(run, r -> r.to(Phase.PROMOTED)) : saved(run, r -> r.soaking(soak.now()));
    }

    /** Throws when the state, or the share in the routes, is not the run's any more. */
    private void unchanged(CanaryRun run) {
        if (store.load(run.service()).filter(run::equals).isEmpty()) {
            throw new SupersededException();
        }
        shares.moved(run).ifPresent(how -> {
            saved(run, r -> r.undoing(how));
            throw new SupersededException();
        });
    }

    private CanaryRun undo(CanaryRun run) {
        watcher.says("taking it back: " + run.reason());
        shares.takeBack(run);
        CanaryRun undone = run.to(Phase.UNDONE);
        if (!store.save(undone, Optional.of(run))) {
            return store.load(run.service()).orElse(undone);
        }
        watcher.says(undone.text());
        return undone;
    }

    private CanaryRun moved(CanaryRun run) {
        return saved(run, CanaryRun::next);
    }

    private CanaryRun saved(CanaryRun run, UnaryOperator<CanaryRun> change) {
        return saved(change.apply(run), Optional.of(run));
    }

    private CanaryRun saved(CanaryRun next, Optional<CanaryRun> before) {
        if (!store.save(next, before)) {
            throw new SupersededException();
        }
        watcher.says(next.text());
        return next;
    }

    /** The state was written by someone else meanwhile. */
    private static final class SupersededException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
