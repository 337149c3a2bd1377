package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;

/** Names inside of a configuration. Metrics and alarms are made of them. */
public final class Names {

    /** Cluster of the task's own application. */
    public static final String APPLICATION = "application";

    /** Cluster of the task's collector. */
    public static final String COLLECTOR = "collector";

    /** Listener and routes for the load balancer. */
    public static final String EDGE = "edge";

    /** Listener and routes for declared callers. */
    public static final String MESH = "mesh";

    /** Listener and routes for the task's own application. */
    public static final String OUTBOUND = "outbound";

    /** Secret with the service's certificate and key. */
    public static final String SVID = "svid";

    /** Secret with the CAs that are trusted. */
    public static final String BUNDLE = "bundle";

    /** Secret with the CAs that are trusted and the SPIFFE IDs that may connect to the mesh listener. */
    public static final String CALLERS = "callers";

    /** Envoy's histograms of how long calls to another locality took: of an aggregate it has them by zone only. */
    public static final String PEER_CALLS = "cluster\\..*\\.zone\\..*\\.upstream_rq_time";

    private Names() {}

    /** The cluster that routes name for a version: {@code persona-stable}. */
    public static String cluster(RouteDocument document, String version) {
        return document.service() + "-" + version;
    }

    static String cluster(RouteDocument document, ServiceVersion version) {
        return cluster(document, version.name());
    }

    /** The part of a version's cluster that holds the tasks of this region, where there are two regions. */
    public static String here(String cluster) {
        return cluster + "@here";
    }

    /** The part of a version's cluster that holds the tasks of the other region. */
    public static String there(String cluster) {
        return cluster + "@there";
    }
}
