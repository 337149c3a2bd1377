package dev.tandem.mesh.route;

/**
 * Requests that one task accepts over edge and mesh together; further ones get 429 at once (token bucket in Envoy).
 *
 * @param requestsPerSecond long-term rate of one task
 * @param burst             requests that may come at once, at least the rate
 */
public record RateLimit(int requestsPerSecond, int burst) {}
