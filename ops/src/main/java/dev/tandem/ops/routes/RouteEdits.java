package dev.tandem.ops.routes;

import dev.tandem.mesh.route.CircuitBreaker;
import dev.tandem.mesh.route.Fault;
import dev.tandem.mesh.route.Mirror;
import dev.tandem.mesh.route.Pin;
import dev.tandem.mesh.route.RateLimit;
import dev.tandem.mesh.route.Retries;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import dev.tandem.ops.DidYouMean;
import dev.tandem.ops.OperationRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Changes of one part of a document. Pure. */
public final class RouteEdits {

    private static final int ALL = 100;

    private RouteEdits() {}

    /**
     * Gives versions their shares. When the given ones don't sum to 100 and exactly one other version has a share, it gets
     * what is left.
     *
     * @param weights percent by version name
     * @throws OperationRefusedException when a version is unknown, or nobody can take what is left
     */
    public static RouteDocument weights(RouteDocument document, Map<String, Integer> weights) {
        weights.keySet().forEach(name -> known(document, name));
        int given = weights.values().stream().mapToInt(Integer::intValue).sum();
        List<ServiceVersion> others = document.versions().stream().filter(v -> !weights.containsKey(v.name())).toList();
        List<ServiceVersion> serving = others.stream().filter(v -> v.weight() > 0).toList();
        Optional<ServiceVersion> rest = serving.size() == 1 ? Optional.of(serving.get(0))
                : serving.isEmpty() && others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
        if (rest.isEmpty() && !others.isEmpty() && given != ALL) {
            throw new OperationRefusedException("the weights " + weights + " sum to " + given + " and the rest, " + (ALL - given)
                    + " %, could go to several of " + others.stream().map(ServiceVersion::name).toList()
                    + ": give each version its --weight, together 100");
        }
        List<ServiceVersion> next = new ArrayList<>();
        for (ServiceVersion version : document.versions()) {
            int share = weights.containsKey(version.name()) ? weights.get(version.name())
                    : rest.filter(version::equals).isPresent() ? ALL - given : given == ALL ? 0 : version.weight();
            next.add(new ServiceVersion(version.name(), share, share == 0 ? 0 : Math.max(1, version.minMembers())));
        }
        return document.toBuilder().versions(next).build();
    }

    /** Adds a pin in front of all others; one with the same mark is replaced. */
    public static RouteDocument pin(RouteDocument document, Pin pin) {
        known(document, pin.version());
        List<Pin> pins = new ArrayList<>(document.pins());
        pins.removeIf(old -> old.by() == pin.by() && old.name().equals(pin.name()) && old.value().equals(pin.value()));
        pins.add(0, pin);
        return document.toBuilder().pins(pins).build();
    }

    /** Takes all pins away. */
    public static RouteDocument withoutPins(RouteDocument document) {
        return document.toBuilder().pins(List.of()).build();
    }

    /** Injects faults, or none when empty. */
    public static RouteDocument fault(RouteDocument document, Optional<Fault> fault) {
        return document.toBuilder().fault(fault).build();
    }

    /** Copies requests, or none when empty. */
    public static RouteDocument mirror(RouteDocument document, Optional<Mirror> mirror) {
        mirror.ifPresent(m -> known(document, m.version()));
        return document.toBuilder().mirror(mirror).build();
    }

    /**
     * Limits what a task accepts and what a caller may have under way.
     *
     * @param limit    requests per second and burst; empty takes the limit away
     * @param requests requests under way per calling Envoy and version; empty leaves it
     */
    public static RouteDocument throttle(RouteDocument document, Optional<RateLimit> limit, OptionalInt requests) {
        CircuitBreaker old = document.circuitBreaker();
        return document.toBuilder()
                .rateLimit(limit)
                .circuitBreaker(new CircuitBreaker(
                        old.connections(), old.pendingRequests(), requests.orElse(old.requests()), old.retries()))
                .build();
    }

    /** Changes what is tried again; what is not given stays. */
    public static RouteDocument backoff(
            RouteDocument document, OptionalInt attempts, OptionalInt budget, OptionalInt baseMillis, OptionalInt maxMillis) {
        Retries old = document.retries();
        return document.toBuilder()
                .retries(new Retries(attempts.orElse(old.attempts()), old.perTryMillis(), budget.orElse(old.budgetPercent()),
                        old.minConcurrency(), baseMillis.orElse(old.backoffBaseMillis()),
                        maxMillis.orElse(old.backoffMaxMillis())))
                .build();
    }

    private static void known(RouteDocument document, String version) {
        List<String> names = document.versions().stream().map(ServiceVersion::name).toList();
        if (!names.contains(version)) {
            throw new OperationRefusedException("service '" + document.service() + "' has no version '" + version
                    + "', expected one of " + names + DidYouMean.hint(version, names));
        }
    }
}
