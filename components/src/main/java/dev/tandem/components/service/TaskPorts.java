package dev.tandem.components.service;

import dev.tandem.components.network.MeshPorts;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Ports inside a task. All containers of a task share one network interface, so no two may listen on one port. */
public final class TaskPorts {

    /** Envoy's administration, on 127.0.0.1 only. */
    public static final int ENVOY_ADMIN = 9901;

    /** Where the application sends traces and metrics (OTLP over HTTP), on 127.0.0.1 only. */
    static final int OTLP_HTTP = 4318;

    /** Where App Mesh's Envoy sends traces (UDP), on 127.0.0.1 only. */
    public static final int XRAY = 2000;

    /** The collector's health answer, on 127.0.0.1 only. */
    static final int COLLECTOR_HEALTH = 13_133;

    /** The agent's health answer, on 127.0.0.1 only. */
    public static final int AGENT_HEALTH = 9902;

    /** Envoy's listener for calls of the task's own application, on 127.0.0.1 only: plain HTTP in, mutual TLS out. */
    public static final int OUTBOUND = 15_001;

    /** What the sidecars use, by port; an application must choose another. */
    static final Map<Integer, String> RESERVED = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            MeshPorts.EDGE, "Envoy's edge listener",
            MeshPorts.MESH, "Envoy's mesh listener",
            ENVOY_ADMIN, "Envoy's administration",
            AGENT_HEALTH, "the mesh agent's health answer",
            OUTBOUND, "Envoy's listener for the application's own calls",
            OTLP_HTTP, "the collector",
            COLLECTOR_HEALTH, "the collector's health answer")));

    private TaskPorts() {}
}
