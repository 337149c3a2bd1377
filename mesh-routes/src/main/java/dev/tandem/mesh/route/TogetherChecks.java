package dev.tandem.mesh.route;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What documents must agree on: one trust domain, both ends of every call, no cycle. */
final class TogetherChecks {

    private TogetherChecks() {}

    static List<RouteProblem> check(Collection<RouteDocument> documents) {
        Checks checks = new Checks();
        Map<String, RouteDocument> byName = new TreeMap<>();
        documents.forEach(document -> byName.put(document.service(), document));
        byName.values().forEach(document -> {
            oneDomain(byName.values().iterator().next(), document, checks);
            document.calls().forEach(called -> called(document, called, byName, checks));
            document.callers().forEach(caller -> caller(document, caller, byName, checks));
        });
        Map<String, List<String>> calls = new TreeMap<>();
        byName.forEach((name, document) -> calls.put(name, document.calls()));
        Optional<List<String>> cycle = CallCycle.find(calls);
        cycle.ifPresent(services -> checks.add("calls", "a cycle, " + String.join(" -> ", services),
                "calls without a cycle: retries and timeouts multiply along it. Turn one call into an event"));
        return checks.problems();
    }

    private static void oneDomain(RouteDocument first, RouteDocument document, Checks checks) {
        if (!first.trustDomain().equals(document.trustDomain())) {
            checks.add("trustDomain", "\"" + document.trustDomain() + "\" of " + document.service() + " beside \""
                    + first.trustDomain() + "\" of " + first.service(), "one trust domain for all services of an environment");
        }
    }

    private static void called(RouteDocument document, String called, Map<String, RouteDocument> all, Checks checks) {
        RouteDocument callee = all.get(called);
        if (callee == null) {
            checks.add("calls of " + document.service(), "the unknown service \"" + called + "\"", "one of " + all.keySet());
        } else if (!callee.callers().contains(document.service())) {
            checks.add("calls of " + document.service(), called + ", whose callers are " + callee.callers(),
                    called + " to name " + document.service() + " among its callers");
        }
    }

    private static void caller(RouteDocument document, String caller, Map<String, RouteDocument> all, Checks checks) {
        if (!all.containsKey(caller)) {
            checks.add("callers of " + document.service(), "the unknown service \"" + caller + "\"", "one of " + all.keySet());
        }
    }
}
