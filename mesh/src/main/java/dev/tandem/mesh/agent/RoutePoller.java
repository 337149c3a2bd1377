package dev.tandem.mesh.agent;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteChecks;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteFormatException;
import dev.tandem.mesh.route.RouteProblem;
import dev.tandem.mesh.route.RouteSource;
import dev.tandem.mesh.route.RouteSourceException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks for the number of the live document of the own service and of those that it calls, reads what is new, and lets through
 * only what it could vouch for. A source that is away or holds garbage changes nothing. One thread polls, any thread reads.
 */
final class RoutePoller {

    private final AgentConfig config;
    private final RouteSource source;
    private final Clock clock;
    private final AgentLog log;
    private volatile Map<String, LiveRoute> latest;
    private volatile Instant lastSuccess;
    private volatile boolean answered;
    private boolean unanswered;

    /** @param kept what was good before, by service */
    RoutePoller(AgentConfig config, RouteSource source, Map<String, LiveRoute> kept, Clock clock, AgentLog log) {
        this.config = config;
        this.source = source;
        this.clock = clock;
        this.log = log;
        this.latest = Map.copyOf(kept);
    }

    /** The last good documents, by service. */
    Map<String, LiveRoute> latest() {
        return latest;
    }

    /** When all was read last; empty for never. */
    Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    /** Whether of every document that is wanted the last look got either it or the answer that there is none. */
    boolean answered() {
        return answered;
    }

    /** Looks once. False when something could not be had. */
    boolean poll() {
        unanswered = false;
        Map<String, LiveRoute> next = new TreeMap<>(latest);
        boolean well = read(config.service(), next);
        LiveRoute own = next.get(config.service());
        List<String> calls = own == null ? List.of() : own.document().calls();
        for (String callee : calls) {
            well &= read(callee, next);
        }
        next.keySet().retainAll(wanted(calls));
        latest = Map.copyOf(next);
        answered = !unanswered;
        if (well) {
            lastSuccess = clock.instant();
        }
        return well;
    }

    private List<String> wanted(List<String> calls) {
        List<String> wanted = new ArrayList<>(calls);
        wanted.add(config.service());
        return wanted;
    }

    private boolean read(String service, Map<String, LiveRoute> into) {
        String part = "routes of " + service;
        try {
            Optional<String> stamp = source.liveStamp(service);
            LiveRoute known = into.get(service);
            if (stamp.isEmpty()) {
                log.problem(part, known == null ? "there is no live document yet" : "there is no live document any more;"
                        + " version " + known.version() + " stays in force");
                return false;
            }
            if (known == null || !known.stamp().equals(stamp.get())) {
                source.live(service).ifPresent(route -> {
                    verify(route.document(), service);
                    into.put(service, route);
                    log.say("routes", "version " + route.version() + " of " + service + " is live");
                });
            }
            log.well(part);
            return true;
        } catch (RouteSourceException | RouteFormatException e) {
            unanswered |= !into.containsKey(service);
            log.problem(part, e.getMessage());
            return false;
        } catch (RuntimeException e) {
            unanswered |= !into.containsKey(service);
            log.problem(part, e.toString());
            return false;
        }
    }

    private void verify(RouteDocument document, String service) {
        List<RouteProblem> problems = new ArrayList<>(RouteChecks.of(document));
        expect(problems, "service", document.service(), service);
        expect(problems, "environment", document.environment(), config.environment());
        expect(problems, "trustDomain", document.trustDomain(), config.trustDomain().name());
        RouteChecks.refuse("route document of " + service, problems);
    }

    private static void expect(List<RouteProblem> problems, String path, String found, String expected) {
        if (!found.equals(expected)) {
            problems.add(new RouteProblem(path, found, expected + ", as the task was told"));
        }
    }
}
