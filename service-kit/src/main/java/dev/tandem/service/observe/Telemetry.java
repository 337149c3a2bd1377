package dev.tandem.service.observe;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.contrib.awsxray.propagator.AwsXrayPropagator;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.Optional;

/**
 * OpenTelemetry: spans and metrics by OTLP to the task's collector, which has them for X-Ray and CloudWatch. Trace headers are
 * W3C's and X-Ray's, in both directions; where a request has both, W3C's decides, since Envoy continues that one.
 */
public final class Telemetry {

    private static final Duration METRICS_EVERY = Duration.ofSeconds(60);

    static {
        // The JDK's HTTP client reads it once, and the exporter uses that client before HttpCaller, which sends the header, is loaded.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private Telemetry() {}

    /** Which header carries a trace. */
    public static TextMapPropagator propagator() {
        // The last one that finds something decides.
        return TextMapPropagator.composite(AwsXrayPropagator.getInstance(), W3CTraceContextPropagator.getInstance());
    }

    /**
     * An SDK.
     *
     * @param endpoint    of the collector, e.g. {@code http://127.0.0.1:4318}; empty: nothing leaves the process
     * @param sampleRatio share of traces that begin here and are kept, 0 to 1; those of callers are kept as they say
     */
    public static OpenTelemetrySdk start(String service, Optional<String> endpoint, double sampleRatio) {
        Resource resource = Resource.getDefault().toBuilder().put(AttributeKey.stringKey("service.name"), service).build();
        SdkTracerProviderBuilder traces = SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampleRatio)));
        endpoint.ifPresent(base -> traces.addSpanProcessor(BatchSpanProcessor.builder(
                OtlpHttpSpanExporter.builder().setEndpoint(base + "/v1/traces").setTimeout(Duration.ofSeconds(5)).build()).build()));
        MetricReader reader = endpoint.<MetricReader>map(base -> PeriodicMetricReader.builder(
                        OtlpHttpMetricExporter.builder().setEndpoint(base + "/v1/metrics").setTimeout(Duration.ofSeconds(5)).build())
                .setInterval(METRICS_EVERY).build()).orElse(null);
        return sdk(resource, traces, reader);
    }

    static OpenTelemetrySdk sdk(Resource resource, SdkTracerProviderBuilder traces, MetricReader reader) {
        SdkMeterProviderBuilder metrics = SdkMeterProvider.builder().setResource(resource);
        if (reader != null) {
            metrics.registerMetricReader(reader);
        }
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(traces.build())
                .setMeterProvider(metrics.build())
                .setPropagators(ContextPropagators.create(propagator()))
                .build();
        RuntimeMetrics.register(sdk);
        return sdk;
    }
}
