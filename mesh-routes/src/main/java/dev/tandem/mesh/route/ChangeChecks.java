package dev.tandem.mesh.route;

import java.util.List;
import java.util.Optional;

/** What may not happen between the live document and the next. */
final class ChangeChecks {

    private ChangeChecks() {}

    static List<RouteProblem> check(RouteChange change, RouteDocument next) {
        Checks checks = new Checks();
        change.live().ifPresent(live -> {
            same("service", live.service(), next.service(), "a document belongs to one service: publish it under its own name",
                    checks);
            same("environment", live.environment(), next.environment(), "environments have a table each", checks);
            same("trustDomain", live.trustDomain(), next.trustDomain(), "no change while the service is live: its callers"
                    + " would refuse its new identity at once. To migrate: issue identities of the new domain, put both"
                    + " domains' authorities into every trust bundle, publish the services under new names in the new"
                    + " domain, move the callers, then retire the old ones", checks);
            if (!change.force()) {
                canaryStart(live, next, checks);
            }
        });
        members(change, next, checks);
        return checks.problems();
    }

    private static void same(String path, String live, String next, String expected, Checks checks) {
        if (!live.equals(next)) {
            checks.add(path, "\"" + next + "\" where \"" + live + "\" is live", expected);
        }
    }

    private static void canaryStart(RouteDocument live, RouteDocument next, Checks checks) {
        boolean othersServe = live.versions().stream().anyMatch(version -> version.weight() > 0);
        for (ServiceVersion version : next.versions()) {
            int before = live.version(version.name()).map(ServiceVersion::weight).orElse(0);
            if (othersServe && before == 0 && version.weight() > RouteChange.CANARY_START_MOST) {
                checks.add("versions[" + version.name() + "].weight", "a start from 0 to " + version.weight() + " %",
                        "a start with " + RouteChange.CANARY_START_LEAST + " to " + RouteChange.CANARY_START_MOST
                                + " %, then further steps; --force skips it");
            }
        }
    }

    private static void members(RouteChange change, RouteDocument next, Checks checks) {
        for (ServiceVersion version : next.versions()) {
            Optional<Integer> counted = Optional.ofNullable(change.members().get(version.name()));
            int needed = Math.max(1, version.minMembers());
            if (version.weight() > 0 && counted.isPresent() && counted.get() < needed) {
                checks.add("versions[" + version.name() + "].weight", version.weight() + " % for "
                                + next.discoveryName(version) + " with " + counted.get() + " healthy tasks",
                        "at least " + needed + " before it gets a share: Envoy answers 503 for a version without members."
                                + " Start its tasks first, or wait until they are healthy");
            }
        }
    }
}
