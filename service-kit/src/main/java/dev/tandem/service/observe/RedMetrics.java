package dev.tandem.service.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;

/**
 * Requests, errors and duration of what is served, called and received, the former two by the names that the
 * collector lets pass ({@code CollectorConfig}); what is received, {@code messaging.process.duration}, is not on its list and
 * stays in the task, where a queue's own metrics tell of it. Attributes have few values: the route's pattern, never a path.
 */
public final class RedMetrics {

    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> PEER = AttributeKey.stringKey("server.address");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    private static final List<Double> BOUNDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1.0, 2.5, 5.0, 10.0);

    private final DoubleHistogram served;
    private final LongCounter failures;
    private final LongUpDownCounter active;
    private final DoubleHistogram called;
    private final DoubleHistogram received;

    /** Over an SDK. */
    public RedMetrics(OpenTelemetry telemetry) {
        Meter meter = telemetry.getMeter("dev.tandem.service");
        served = meter.histogramBuilder("http.server.request.duration").setUnit("s").setExplicitBucketBoundariesAdvice(BOUNDS).build();
        failures = meter.counterBuilder("http.server.request.failures").setUnit("{request}").build();
        active = meter.upDownCounterBuilder("http.server.active_requests").setUnit("{request}").build();
        called = meter.histogramBuilder("http.client.request.duration").setUnit("s").setExplicitBucketBoundariesAdvice(BOUNDS).build();
        received = meter.histogramBuilder("messaging.process.duration").setUnit("s").setExplicitBucketBoundariesAdvice(BOUNDS).build();
    }

    /** A request came. */
    public void began() {
        active.add(1);
    }

    /** A request was answered; 5xx are failures. */
    public void served(String route, int status, double seconds) {
        active.add(-1);
        served.record(seconds, Attributes.of(ROUTE, route, STATUS, (long) status));
        if (status >= 500) {
            failures.add(1, Attributes.of(ROUTE, route));
        }
    }

    /** A call was answered, or not (status 0). */
    public void called(String peer, int status, double seconds) {
        called.record(seconds, Attributes.of(PEER, peer, STATUS, (long) status));
    }

    /** A message was handled. @param outcome {@code done}, {@code failed} or {@code poison} */
    public void received(String outcome, double seconds) {
        received.record(seconds, Attributes.of(OUTCOME, outcome));
    }
}
