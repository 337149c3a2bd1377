package dev.tandem.ops.canary;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import dev.tandem.mesh.store.RouteConflictException;
import dev.tandem.ops.routes.RouteEdits;
import dev.tandem.ops.routes.RouteOperations;
import dev.tandem.ops.routes.RoutePlan;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The routes of a canary: gives its share, takes it back, and sees when someone else changed it. */
final class CanaryShares {

    private static final int ALL = 100;
    private static final int ATTEMPTS = 5;

    private final RouteOperations routes;
    private final Watcher watcher;
    private final String who;

    CanaryShares(RouteOperations routes, Watcher watcher, String who) {
        this.routes = routes;
        this.watcher = watcher;
        this.who = who;
    }

    RoutePlan plan(CanaryRun run) {
        return routes.plan(run.service(), document -> RouteEdits.weights(document,
                Map.of(run.version(), run.share(), run.against(), ALL - run.share())), false);
    }

    /** Back to the document before the canary, or where something else was changed since, to its shares only. */
    RoutePlan planBack(CanaryRun run) {
        long base = RoutePlan.named(run.base());
        if (base == RoutePlan.DECLARED && !routes.declares(run.service())) {
            return routes.plan(run.service(), document -> withoutShare(document, run), true);
        }
        RoutePlan back = routes.planRollback(run.service(), OptionalLong.of(base));
        RouteDocument before = back.next();
        RouteDocument live = back.live().document();
        if (back.problems().isEmpty() && before.toBuilder().versions(live.versions()).build().equals(live)) {
            return back;
        }
        boolean hadShare = share(before, run) > 0;
        return routes.plan(run.service(), document -> hadShare
                ? document.toBuilder().versions(before.versions()).build() : withoutShare(document, run), true);
    }

    private static RouteDocument withoutShare(RouteDocument document, CanaryRun run) {
        return RouteEdits.weights(document, Map.of(run.version(), 0, run.against(), ALL));
    }

    private static int share(RouteDocument document, CanaryRun run) {
        return document.version(run.version()).map(ServiceVersion::weight).orElse(0);
    }

    /** How the share is not the run's any more; empty when it is. */
    Optional<String> moved(CanaryRun run) {
        LiveRoute live = routes.live(run.service());
        int now = share(live.document(), run);
        return now == run.share() ? Optional.empty() : Optional.of("someone else set its share to " + now + " % where it was "
                + run.share() + " % (version " + live.version() + ")");
    }

    void apply(RoutePlan plan, String why) {
        if (!plan.idle()) {
            watcher.changed(plan, routes.apply(plan, true, who, why), why);
        }
    }

    /** At once, whoever holds the service's lease: the pointer's condition keeps it safe, and what lost is planned again. */
    void takeBack(CanaryRun run) {
        String why = "canary taken back: " + run.reason();
        for (int attempt = 1; ; attempt++) {
            RoutePlan plan = planBack(run);
            if (plan.idle()) {
                return;
            }
            try {
                watcher.changed(plan, routes.applyWithoutLease(plan, true, who, why), why);
                return;
            } catch (RouteConflictException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }
}
