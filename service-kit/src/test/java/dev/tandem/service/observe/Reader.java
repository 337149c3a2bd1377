package dev.tandem.service.observe;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads metrics when it is asked. */
final class Reader implements MetricReader {

    private CollectionRegistration registration;

    /** @param named which ones, by their names */
    Map<String, MetricData> now(Predicate<String> named) {
        Map<String, MetricData> metrics = new TreeMap<>();
        registration.collectAllMetrics().stream().filter(metric -> named.test(metric.getName()))
                .forEach(metric -> metrics.put(metric.getName(), metric));
        return metrics;
    }

    @Override
    public void register(CollectionRegistration newRegistration) {
        registration = newRegistration;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
        return AggregationTemporality.CUMULATIVE;
    }
}
