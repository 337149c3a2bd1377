package dev.tandem.mesh.route;

/**
 * How much one Envoy may have under way to one version; what goes beyond is answered with 503 at once.
 *
 * @param connections     TCP connections
 * @param pendingRequests requests that wait for a connection
 * @param requests        requests under way
 * @param retries         retries under way; holds only where {@link Retries#budgetPercent()} is 0, since Envoy lets a budget
 *                        take its place
 */
public record CircuitBreaker(int connections, int pendingRequests, int requests, int retries) {

    /** 100 connections, 100 waiting, 200 requests, 10 retries: about what a task of half a vCPU can serve. */
    public static final CircuitBreaker DEFAULT = new CircuitBreaker(100, 100, 200, 10);
}
