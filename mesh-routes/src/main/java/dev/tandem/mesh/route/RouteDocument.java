package dev.tandem.mesh.route;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How one service is called: its versions with their shares, who may call it, whom it calls, and what happens when a call
 * fails. Immutable; equal documents have equal canonical bytes ({@link RouteJson}). What a document must satisfy beyond its
 * types is in {@link RouteChecks}, so that a refused one can be shown.
 *
 * @param environment      environment, second-to-last part of every SPIFFE ID, such as {@code prod}
 * @param trustDomain      SPIFFE trust domain, a DNS name of lower-case letters
 * @param service          service name, as in {@code svc.local}
 * @param path             path of the load balancer that belongs to the service; empty for internal services
 * @param port             port on which the application listens on 127.0.0.1
 * @param healthPath       path that answers 200 when the task may get traffic; local, never weighted
 * @param rolledOutBy      who moves requests to a new version; documents without the field are the mesh's
 * @param versions         versions, by name; their weights sum to 100
 * @param callers          services that may call this one, sorted
 * @param calls            services that this one calls, sorted; each names this one among its callers
 * @param pins             requests that go to one version whatever the weights; the first that matches wins
 * @param timeoutMillis    time for the whole call with all its retries, milliseconds
 * @param retries          what is tried again
 * @param circuitBreaker   how much may be under way to one version, per calling Envoy
 * @param outlierDetection when a member is left out for a while
 * @param fault            faults injected on purpose; empty for none
 * @param mirror           a version that gets copies of requests, its answers are dropped; empty for none
 * @param rateLimit        requests that one task accepts; empty for no limit
 */
public record RouteDocument(
        String environment,
        String trustDomain,
        String service,
        Optional<String> path,
        int port,
        String healthPath,
        RolledOutBy rolledOutBy,
        List<ServiceVersion> versions,
        List<String> callers,
        List<String> calls,
        List<Pin> pins,
        int timeoutMillis,
        Retries retries,
        CircuitBreaker circuitBreaker,
        OutlierDetection outlierDetection,
        Optional<Fault> fault,
        Optional<Mirror> mirror,
        Optional<RateLimit> rateLimit) {

    /** Port on which the applications listen unless said otherwise. */
    public static final int DEFAULT_PORT = 8080;

    /** Health path unless said otherwise. */
    public static final String DEFAULT_HEALTH_PATH = "/healthz";

    /** Time for a call unless said otherwise, milliseconds. */
    public static final int DEFAULT_TIMEOUT_MILLIS = 2_000;

    /** Sorts what has no order of its own: versions by name, callers and calls. Pins keep theirs. */
    public RouteDocument {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(trustDomain, "trustDomain");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(healthPath, "healthPath");
        Objects.requireNonNull(rolledOutBy, "rolledOutBy");
        versions = versions.stream().sorted(ServiceVersion.BY_NAME).toList();
        callers = List.copyOf(new TreeSet<>(callers));
        calls = List.copyOf(new TreeSet<>(calls));
        pins = List.copyOf(pins);
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(circuitBreaker, "circuitBreaker");
        Objects.requireNonNull(outlierDetection, "outlierDetection");
    }

    /** Starts a document. */
    public static RouteDocumentBuilder builder(String service) {
        return new RouteDocumentBuilder(service);
    }

    /** A builder that starts with everything in this document. */
    public RouteDocumentBuilder toBuilder() {
        return new RouteDocumentBuilder(this);
    }

    /** The version of a name. */
    public Optional<ServiceVersion> version(String name) {
        return versions.stream().filter(version -> version.name().equals(name)).findFirst();
    }

    /** SPIFFE ID of the service: {@code spiffe://TRUST-DOMAIN/ns/ENVIRONMENT/svc/SERVICE}. */
    public String spiffeId() {
        return spiffeId(service);
    }

    /** SPIFFE ID of another service of the same environment and trust domain. */
    public String spiffeId(String other) {
        return "spiffe://" + trustDomain + "/ns/" + environment + "/svc/" + other;
    }

    /** Name under which a version's tasks are found, such as {@code auth-canary.svc.local}. */
    public String discoveryName(ServiceVersion version) {
        return service + "-" + version.name() + ".svc.local";
    }
}
