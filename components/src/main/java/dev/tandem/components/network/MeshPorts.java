package dev.tandem.components.network;

/** The two TCP ports of every task. Applications themselves bind to 127.0.0.1 and have none that is reachable. */
public final class MeshPorts {

    /** Envoy's edge listener: TLS, from the region's load balancer only. */
    public static final int EDGE = 8443;

    /** Envoy's mesh listener: mutual TLS, from declared callers and, through the peering, the other region. */
    public static final int MESH = 9443;

    private MeshPorts() {}
}
