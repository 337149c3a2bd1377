package dev.tandem.ops.routes;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteChange;
import dev.tandem.mesh.route.RouteChecks;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteProblem;
import dev.tandem.mesh.store.Lease;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.mesh.store.LivePointer;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.mesh.store.RouteVersion;
import dev.tandem.ops.DidYouMean;
import dev.tandem.ops.OperationRefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Plans changes of routes and does them, one at a time per service. Safe for use by several threads. */
public final class RouteOperations {

    /** Longer than any change takes; a killed command blocks its service for so long. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int NEIGHBOURS_SHOWN = 20;

    private static final long DECLARED = RoutePlan.DECLARED;

    private final RouteStore store;
    private final LeaseStore leases;
    private final Function<RouteDocument, Map<String, Integer>> members;

    /**
     * Over a table.
     *
     * @param store   documents
     * @param leases  leases in the same table
     * @param members running tasks per version of a document
     */
    public RouteOperations(RouteStore store, LeaseStore leases, Function<RouteDocument, Map<String, Integer>> members) {
        this.store = store;
        this.leases = leases;
        this.members = members;
    }

    /**
     * What is live.
     *
     * @throws OperationRefusedException when the service has no document; suggests the nearest that has
     */
    public LiveRoute live(String service) {
        return store.live(service).orElseThrow(() -> {
            var known = store.services();
            return new OperationRefusedException("service '" + service + "' has no routes in " + store.table() + ", expected one of "
                    + known + DidYouMean.hint(service, known));
        });
    }

    /** Whether the stack declares routes of a service. */
    public boolean declares(String service) {
        return store.declared(service).isPresent();
    }

    /** Plans a new document made from the live one. */
    public RoutePlan plan(String service, UnaryOperator<RouteDocument> edit, boolean force) {
        LiveRoute live = live(service);
        RouteDocument next = edit.apply(live.document());
        return judged(live, next, Optional.empty(), force);
    }

    /**
     * Plans to put an earlier document live again.
     *
     * @param to its number, 0 for what the stack declares; empty for the one that was live before, and where an earlier one was put live
     *           again already, for that: repeated, it does not lead to and fro
     * @throws OperationRefusedException when there is no such document
     */
    public RoutePlan planRollback(String service, OptionalLong to) {
        LiveRoute live = live(service);
        long number = to.orElseGet(() -> store.pointer(service)
                .map(now -> now.previous() > now.version() ? now.version() : now.previous()).orElse(DECLARED));
        if (number == DECLARED) {
            // Live before the first change of routes, without a number of its own.
            LiveRoute declared = store.declared(service).orElseThrow(() -> new OperationRefusedException(service + ": version "
                    + live.version() + " is the first that was live, nothing was live before it. Choose one with --to: " + versions(service)));
            return judged(live, declared.document(), Optional.of(DECLARED), true);
        }
        LiveRoute target = store.version(service, number).orElseThrow(() -> new OperationRefusedException(
                service + " has no version " + number + ", expected one of its history: " + versions(service)));
        // A rollback leads to what was accepted once; the share that a version starts with is no reason to refuse it.
        return judged(live, target.document(), Optional.of(number), true);
    }

    private String versions(String service) {
        List<Long> numbers = store.history(service, NEIGHBOURS_SHOWN).stream().map(RouteVersion::number).toList();
        return numbers + (numbers.size() == NEIGHBOURS_SHOWN ? " and earlier ones" : "");
    }

    private RoutePlan judged(LiveRoute live, RouteDocument next, Optional<Long> earlier, boolean force) {
        Map<String, Integer> counted = members.apply(next);
        RouteChange change = RouteChange.of(live.document()).withMembers(counted).withForce(force);
        List<RouteProblem> problems = new ArrayList<>(RouteChecks.change(change, next));
        problems.addAll(newWithNeighbours(live.document(), next));
        return new RoutePlan(live, next, earlier, counted, List.copyOf(problems));
    }

    /** What the change breaks between services; what was wrong before is not this change's fault. */
    private List<RouteProblem> newWithNeighbours(RouteDocument before, RouteDocument next) {
        if (before.callers().equals(next.callers()) && before.calls().equals(next.calls())) {
            return List.of();
        }
        List<RouteDocument> others = store.services().stream()
                .filter(name -> !name.equals(next.service()))
                .map(name -> store.live(name).orElseThrow().document())
                .toList();
        List<RouteProblem> old = RouteChecks.together(with(others, before));
        return RouteChecks.together(with(others, next)).stream()
                .filter(problem -> !old.contains(problem))
                .toList();
    }

    private static List<RouteDocument> with(List<RouteDocument> others, RouteDocument own) {
        List<RouteDocument> all = new ArrayList<>(others);
        all.add(own);
        return all;
    }

    /**
     * Does a plan, under the service's lease.
     *
     * @param plan   a plan without problems
     * @param force  whether it was planned with force
     * @param author who
     * @param note   what for
     * @return number of the document that is live now
     * @throws dev.tandem.mesh.store.RouteConflictException   when someone else is at it, or was since the plan was made
     * @throws dev.tandem.mesh.route.RouteFormatException when the plan has problems
     */
    public long apply(RoutePlan plan, boolean force, String author, String note) {
        RouteChecks.refuse("change of " + plan.service(), plan.problems());
        Lease lease = leases.acquire(plan.service(), author, LEASE);
        try {
            return applyWithoutLease(plan, force, author, note);
        } finally {
            leases.release(lease);
        }
    }

    /** As {@link #apply}, while someone else may hold the lease: for what must not wait, such as taking a red canary back. */
    public long applyWithoutLease(RoutePlan plan, boolean force, String author, String note) {
        RouteChecks.refuse("change of " + plan.service(), plan.problems());
        if (plan.idle()) {
            return plan.live().version();
        }
        RouteChange change = RouteChange.of(plan.live().document()).withMembers(plan.members()).withForce(force);
        if (plan.earlier().filter(number -> number == DECLARED).isPresent()) {
            return store.restore(plan.next(), change, plan.live().version(), author, note).version();
        }
        if (plan.earlier().isPresent()) {
            LiveRoute target = new LiveRoute(plan.earlier().get(), plan.next());
            store.rollback(plan.service(), target, plan.live().version(), author, note);
            return target.version();
        }
        return store.publish(plan.next(), change, plan.live().version(), author, note).version();
    }
}
