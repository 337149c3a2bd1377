package dev.tandem.mesh.envoy;

import java.util.Objects;
import java.util.Optional;

/**
 * Where one task's Envoy lives: what never changes while the task runs. Immutable.
 *
 * @param version     version of the service that this task runs, such as {@code stable}
 * @param taskId      what tells this task from its siblings in logs and traces
 * @param region      AWS region of the task
 * @param otherRegion region whose tasks are called when those here are gone; empty for none
 * @param bindAddress IPv4 address of the edge and mesh listeners, all of the task's by default
 * @param loopback    IPv4 address below 127.0.0.0/8 of the application, the administration and the outbound listener
 * @param ports       TCP ports
 * @param directory   absolute path below which Envoy reads its files
 * @param resolver    DNS server as {@code IPV4:PORT}; empty for the one of the machine
 * @param tracePercent share of the requests without a decision of their caller that are traced, percent 0 to 100
 * @param ownEdge     whether a request of the load balancer goes to this task's own application, not to a version by weight: where
 *                    the load balancer itself has decided which version gets it
 */
public record Sidecar(
        String version,
        String taskId,
        String region,
        Optional<String> otherRegion,
        String bindAddress,
        String loopback,
        Ports ports,
        String directory,
        Optional<String> resolver,
        int tracePercent,
        boolean ownEdge) {

    /**
     * TCP ports of a task; all containers of a task share one network interface.
     *
     * @param edge      TLS from the load balancer
     * @param mesh      mutual TLS from declared callers; the same in every task
     * @param outbound  plain HTTP from the task's own application, loopback only
     * @param admin     Envoy's administration, loopback only
     * @param collector OTLP over HTTP of the collector, loopback only
     */
    public record Ports(int edge, int mesh, int outbound, int admin, int collector) {

        /** The ports that the task definitions use. */
        public static final Ports DEFAULT = new Ports(8443, 9443, 15_001, 9901, 4318);
    }

    /**
     * Checked at the door.
     *
     * @throws IllegalArgumentException when the administration would be reachable from outside, or a path is relative
     */
    public Sidecar {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(otherRegion, "otherRegion");
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(resolver, "resolver");
        if (!loopback.matches("127(\\.\\d{1,3}){3}")) {
            throw new IllegalArgumentException("loopback address is " + loopback + ", expected one of 127.0.0.0/8: "
                    + "Envoy's administration and the outbound listener must not be reachable from outside of the task");
        }
        if (!directory.startsWith("/")) {
            throw new IllegalArgumentException("directory is '" + directory + "', expected an absolute path");
        }
        if (tracePercent < 0 || tracePercent > 100) {
            throw new IllegalArgumentException("tracePercent is " + tracePercent + ", expected 0 to 100");
        }
    }

    /** A task with the ports of the task definitions, without another region, tracing 5 percent. */
    public static Sidecar of(String version, String taskId, String region, String directory) {
        return new Sidecar(version, taskId, region, Optional.empty(), "0.0.0.0", "127.0.0.1", Ports.DEFAULT, directory,
                Optional.empty(), 5, false);
    }

    /** The same on other addresses. */
    public Sidecar at(String newBindAddress, String newLoopback) {
        return new Sidecar(version, taskId, region, otherRegion, newBindAddress, newLoopback, ports, directory, resolver,
                tracePercent, ownEdge);
    }

    /** The same with tasks in another region to fall back on. */
    public Sidecar withOtherRegion(String name) {
        return new Sidecar(version, taskId, region, Optional.of(name), bindAddress, loopback, ports, directory, resolver,
                tracePercent, ownEdge);
    }

    /** The same that asks another DNS server. */
    public Sidecar withResolver(String address) {
        return new Sidecar(version, taskId, region, otherRegion, bindAddress, loopback, ports, directory,
                Optional.of(address), tracePercent, ownEdge);
    }

    /** The same whose requests of the load balancer are its own application's. */
    public Sidecar withOwnEdge() {
        return new Sidecar(version, taskId, region, otherRegion, bindAddress, loopback, ports, directory, resolver,
                tracePercent, true);
    }

    /** The same with another share of traced requests. */
    public Sidecar withTracePercent(int percent) {
        return new Sidecar(version, taskId, region, otherRegion, bindAddress, loopback, ports, directory, resolver, percent,
                ownEdge);
    }
}
