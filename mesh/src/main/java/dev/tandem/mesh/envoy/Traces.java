package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.core.v3.HttpService;
import io.envoyproxy.envoy.config.core.v3.HttpUri;
import io.envoyproxy.envoy.config.trace.v3.OpenTelemetryConfig;
import io.envoyproxy.envoy.config.trace.v3.Tracing;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.type.v3.Percent;

/**
 * OpenTelemetry spans to the task's collector. The trace context is W3C's {@code traceparent}, whose ids X-Ray takes; at the
 * edge it is made of the load balancer's {@code X-Amzn-Trace-Id}, see {@link EdgeTraces}, which is passed on as it came, and logged.
 */
final class Traces {

    private static final int EXPORT_MILLIS = 1_000;

    private Traces() {}

    static HttpConnectionManager.Tracing of(Sidecar sidecar, String service) {
        String url = "http://" + sidecar.loopback() + ":" + sidecar.ports().collector() + "/v1/traces";
        OpenTelemetryConfig config = OpenTelemetryConfig.newBuilder()
                .setServiceName(service)
                .setHttpService(HttpService.newBuilder()
                        .setHttpUri(HttpUri.newBuilder()
                                .setUri(url)
                                .setCluster(Names.COLLECTOR)
                                .setTimeout(Messages.millis(EXPORT_MILLIS))))
                .build();
        return HttpConnectionManager.Tracing.newBuilder()
                .setRandomSampling(Percent.newBuilder().setValue(sidecar.tracePercent()))
                .setSpawnUpstreamSpan(Messages.yes())
                .setProvider(Tracing.Http.newBuilder()
                        .setName("envoy.tracers.opentelemetry")
                        .setTypedConfig(Any.pack(config)))
                .build();
    }
}
