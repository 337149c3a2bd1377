package dev.tandem.mesh.envoy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.bootstrap.v3.Admin;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.bootstrap.v3.LayeredRuntime;
import io.envoyproxy.envoy.config.bootstrap.v3.RuntimeLayer;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.config.overload.v3.OverloadAction;
import io.envoyproxy.envoy.config.overload.v3.OverloadManager;
import io.envoyproxy.envoy.config.overload.v3.ResourceMonitor;
import io.envoyproxy.envoy.config.overload.v3.ThresholdTrigger;
import io.envoyproxy.envoy.config.metrics.v3.HistogramBucketSettings;
import io.envoyproxy.envoy.config.metrics.v3.StatsConfig;
import io.envoyproxy.envoy.config.overload.v3.Trigger;
import io.envoyproxy.envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig;
import io.envoyproxy.envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import com.google.protobuf.Any;
import java.util.List;

/** What Envoy is started with: who it is, its administration on loopback, where its files are, and how much memory it may take. */
public final class Bootstraps {

    /** Envoy's part of the 256 MiB that it shares with the agent, MiB; the agent's JVM takes about 110. */
    public static final int HEAP_MIB = 128;

    /** Connections that Envoy accepts, of all listeners together. */
    static final int CONNECTIONS = 1_000;

    private static final String HEAP = "envoy.resource_monitors.fixed_heap";
    private static final String DOWNSTREAM = "envoy.resource_monitors.global_downstream_max_connections";
    private static final int REFRESH_MILLIS = 250;

    /** Largest program of a regular expression. The longest pin by cookie that a document may have, 64 and 128 characters, makes one of 215. */
    static final int REGEX_SIZE = 256;

    /** Spans to a request to the collector, unless five seconds are over; Envoy's own figure of 5 made an export of every second request. */
    private static final int SPANS_PER_EXPORT = 100;

    /** Bounds for calls to the other region, milliseconds: close together around their objective of 200. */
    private static final List<Double> PEER_MILLIS = List.of(1.0, 5.0, 10.0, 25.0, 50.0, 75.0, 100.0, 125.0, 150.0, 175.0, 200.0,
            250.0, 300.0, 400.0, 500.0, 1_000.0, 2_500.0, 5_000.0, 10_000.0, 30_000.0, 3_600_000.0);

    private Bootstraps() {}

    /** The bootstrap of a task. */
    public static Bootstrap of(Sidecar sidecar, String service) {
        return Bootstrap.newBuilder()
                .setNode(Node.newBuilder()
                        .setId(sidecar.taskId())
                        .setCluster(service)
                        .setLocality(Messages.locality(sidecar.region())))
                .setAdmin(Admin.newBuilder()
                        .setAddress(Messages.address(sidecar.loopback(), sidecar.ports().admin())))
                .setDynamicResources(Bootstrap.DynamicResources.newBuilder()
                        .setLdsConfig(Messages.file(sidecar.directory(), FileLayout.ROUTES, FileLayout.LISTENERS))
                        .setCdsConfig(Messages.file(sidecar.directory(), FileLayout.ROUTES, FileLayout.CLUSTERS)))
                .setStaticResources(Bootstrap.StaticResources.newBuilder().addClusters(collector(sidecar)))
                .setLayeredRuntime(LayeredRuntime.newBuilder()
                        .addLayers(RuntimeLayer.newBuilder()
                                .setName("static")
                                .setStaticLayer(Struct.newBuilder()
                                        .putFields("re2.max_program_size.error_level",
                                                Value.newBuilder().setNumberValue(REGEX_SIZE).build())
                                        .putFields("tracing.opentelemetry.min_flush_spans",
                                                Value.newBuilder().setNumberValue(SPANS_PER_EXPORT).build()))))
                // Statistics of a cluster are made with its first request: with hundreds of clusters they take most of the memory.
                .setDeferredStatOptions(
                        Bootstrap.DeferredStatOptions.newBuilder().setEnableDeferredCreationStats(true))
                .setStatsConfig(StatsConfig.newBuilder().addHistogramBucketSettings(HistogramBucketSettings.newBuilder()
                        .setMatch(StringMatcher.newBuilder().setSafeRegex(RegexMatcher.newBuilder().setRegex(Names.PEER_CALLS)))
                        .addAllBuckets(PEER_MILLIS)))
                .setOverloadManager(overload())
                .build();
    }

    private static Cluster collector(Sidecar sidecar) {
        return Cluster.newBuilder()
                .setName(Names.COLLECTOR)
                .setType(Cluster.DiscoveryType.STATIC)
                .setConnectTimeout(Messages.millis(REFRESH_MILLIS))
                .setLoadAssignment(Endpoints.of(
                        Names.COLLECTOR, List.of(new Member(sidecar.loopback(), sidecar.ports().collector()))))
                .build();
    }

    private static OverloadManager overload() {
        return OverloadManager.newBuilder()
                .setRefreshInterval(Messages.millis(REFRESH_MILLIS))
                .addResourceMonitors(ResourceMonitor.newBuilder()
                        .setName(HEAP)
                        .setTypedConfig(Any.pack(FixedHeapConfig.newBuilder()
                                .setMaxHeapSizeBytes(HEAP_MIB * 1024L * 1024L)
                                .build())))
                .addResourceMonitors(ResourceMonitor.newBuilder()
                        .setName(DOWNSTREAM)
                        .setTypedConfig(Any.pack(DownstreamConnectionsConfig.newBuilder()
                                .setMaxActiveDownstreamConnections(CONNECTIONS)
                                .build())))
                .addActions(action("envoy.overload_actions.shrink_heap", 0.85))
                .addActions(action("envoy.overload_actions.disable_http_keepalive", 0.90))
                .addActions(action("envoy.overload_actions.stop_accepting_connections", 0.95))
                .addActions(action("envoy.overload_actions.stop_accepting_requests", 0.98))
                .build();
    }

    private static OverloadAction action(String name, double heapShare) {
        return OverloadAction.newBuilder()
                .setName(name)
                .addTriggers(Trigger.newBuilder()
                        .setName(HEAP)
                        .setThreshold(ThresholdTrigger.newBuilder().setValue(heapShare)))
                .build();
    }
}
