package dev.tandem.mesh.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects a route document; everything but environment and trust domain has a default. Not safe for use by several threads. */
public final class RouteDocumentBuilder {

    private final String service;
    private String environment = "";
    private String trustDomain = "";
    private Optional<String> path = Optional.empty();
    private int port = RouteDocument.DEFAULT_PORT;
    private String healthPath = RouteDocument.DEFAULT_HEALTH_PATH;
    private RolledOutBy rolledOutBy = RolledOutBy.MESH;
    private final List<ServiceVersion> versions = new ArrayList<>();
    private List<String> callers = List.of();
    private List<String> calls = List.of();
    private List<Pin> pins = List.of();
    private int timeoutMillis = RouteDocument.DEFAULT_TIMEOUT_MILLIS;
    private Retries retries = Retries.DEFAULT;
    private CircuitBreaker circuitBreaker = CircuitBreaker.DEFAULT;
    private OutlierDetection outlierDetection = OutlierDetection.DEFAULT;
    private Optional<Fault> fault = Optional.empty();
    private Optional<Mirror> mirror = Optional.empty();
    private Optional<RateLimit> rateLimit = Optional.empty();

    RouteDocumentBuilder(String service) {
        this.service = service;
    }

    RouteDocumentBuilder(RouteDocument document) {
        service = document.service();
        environment = document.environment();
        trustDomain = document.trustDomain();
        path = document.path();
        port = document.port();
        healthPath = document.healthPath();
        rolledOutBy = document.rolledOutBy();
        versions.addAll(document.versions());
        callers = document.callers();
        calls = document.calls();
        pins = document.pins();
        timeoutMillis = document.timeoutMillis();
        retries = document.retries();
        circuitBreaker = document.circuitBreaker();
        outlierDetection = document.outlierDetection();
        fault = document.fault();
        mirror = document.mirror();
        rateLimit = document.rateLimit();
    }

    /** Environment and SPIFFE trust domain; required. */
    public RouteDocumentBuilder in(String newEnvironment, String newTrustDomain) {
        environment = newEnvironment;
        trustDomain = newTrustDomain;
        return this;
    }

    /** Path of the load balancer. */
    public RouteDocumentBuilder path(Optional<String> value) {
        path = value;
        return this;
    }

    /** Application's port on 127.0.0.1, and its health path. */
    public RouteDocumentBuilder application(int applicationPort, String health) {
        port = applicationPort;
        healthPath = health;
        return this;
    }

    /** Who moves requests to a new version. */
    public RouteDocumentBuilder rolledOutBy(RolledOutBy value) {
        rolledOutBy = value;
        return this;
    }

    /** Adds a version, or replaces the one of that name. */
    public RouteDocumentBuilder version(String name, int weight, int minMembers) {
        versions.removeIf(version -> version.name().equals(name));
        versions.add(new ServiceVersion(name, weight, minMembers));
        return this;
    }

    /** Replaces all versions. */
    public RouteDocumentBuilder versions(Collection<ServiceVersion> values) {
        List<ServiceVersion> copy = List.copyOf(values);
        versions.clear();
        versions.addAll(copy);
        return this;
    }

    /** Services that may call this one. */
    public RouteDocumentBuilder callers(Collection<String> names) {
        callers = List.copyOf(names);
        return this;
    }

    /** Services that this one calls. */
    public RouteDocumentBuilder calls(Collection<String> names) {
        calls = List.copyOf(names);
        return this;
    }

    /** Pins, the first that matches wins. */
    public RouteDocumentBuilder pins(List<Pin> values) {
        pins = List.copyOf(values);
        return this;
    }

    /** Time for the whole call, milliseconds. */
    public RouteDocumentBuilder timeoutMillis(int value) {
        timeoutMillis = value;
        return this;
    }

    /** What is tried again. */
    public RouteDocumentBuilder retries(Retries value) {
        retries = value;
        return this;
    }

    /** How much may be under way. */
    public RouteDocumentBuilder circuitBreaker(CircuitBreaker value) {
        circuitBreaker = value;
        return this;
    }

    /** When a member is left out. */
    public RouteDocumentBuilder outlierDetection(OutlierDetection value) {
        outlierDetection = value;
        return this;
    }

    /** Faults injected on purpose. */
    public RouteDocumentBuilder fault(Optional<Fault> value) {
        fault = value;
        return this;
    }

    /** A version that gets copies. */
    public RouteDocumentBuilder mirror(Optional<Mirror> value) {
        mirror = value;
        return this;
    }

    /** Requests that one task accepts. */
    public RouteDocumentBuilder rateLimit(Optional<RateLimit> value) {
        rateLimit = value;
        return this;
    }

    /** The document, not yet held to {@link RouteChecks}. */
    public RouteDocument build() {
        return new RouteDocument(environment, trustDomain, service, path, port, healthPath, rolledOutBy, versions, callers,
                calls, pins, timeoutMillis, retries, circuitBreaker, outlierDetection, fault, mirror, rateLimit);
    }
}
