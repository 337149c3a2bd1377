package dev.tandem.mesh.route;

/**
 * When a member of a version is left out for a while. Each calling Envoy judges for itself.
 *
 * @param consecutive5xx             answers of 500 to 599 in a row
 * @param consecutiveGatewayFailures answers of 502, 503, 504 and failed connections in a row
 * @param intervalMillis             time between two looks, milliseconds
 * @param baseEjectionMillis         first time out; the n-th takes n times as long, milliseconds
 * @param maxEjectionPercent         largest share of the members that may be out, percent; one may always be
 */
public record OutlierDetection(
        int consecutive5xx,
        int consecutiveGatewayFailures,
        int intervalMillis,
        int baseEjectionMillis,
        int maxEjectionPercent) {

    /** Out for 10 s after 5 bad answers or 3 gateway failures in a row, looked at every 2 s, at most half of the members. */
    public static final OutlierDetection DEFAULT = new OutlierDetection(5, 3, 2_000, 10_000, 50);
}
