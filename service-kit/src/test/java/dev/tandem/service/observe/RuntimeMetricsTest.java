package dev.tandem.service.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuntimeMetricsTest {

    @Test
    void whatTheProcessUsesIsRecorded() {
        Reader reader = new Reader();
        try (OpenTelemetrySdk telemetry = Telemetry.sdk(Resource.getDefault(), SdkTracerProvider.builder(), reader)) {
            Map<String, MetricData> now = reader.now(name -> name.startsWith("jvm."));

            assertThat(now.keySet()).contains("jvm.gc.duration", "jvm.memory.limit", "jvm.memory.used", "jvm.thread.count");
            assertThat(number(now, "jvm.memory.used")).isPositive().isLessThanOrEqualTo(number(now, "jvm.memory.limit"));
            assertThat(number(now, "jvm.thread.count")).isPositive();
            assertThat(now.get("jvm.gc.duration").getDoubleSumData().getPoints()).singleElement()
                    .satisfies(point -> assertThat(point.getValue()).isGreaterThanOrEqualTo(0));
            assertThat(now.get("jvm.memory.used").getUnit()).isEqualTo("By");
        }
    }

    @Test
    void theProcessorsShareIsOneOrNotKnownYet() {
        Reader reader = new Reader();
        try (OpenTelemetrySdk telemetry = Telemetry.sdk(Resource.getDefault(), SdkTracerProvider.builder(), reader)) {
            MetricData share = null;
            for (int i = 0; i < 1_000 && share == null; i++) {
                share = reader.now(name -> name.equals("jvm.cpu.recent_utilization")).get("jvm.cpu.recent_utilization");
            }
            assertThat(share).as("the JVM knows it after a while").isNotNull();
            assertThat(share.getDoubleGaugeData().getPoints()).singleElement()
                    .satisfies(point -> assertThat(point.getValue()).isBetween(0.0, 1.0));
        }
    }

    /** The page of services says so, and what it would cost. */
    @Test
    void theyStayInTheTask() throws Exception {
        assertThat(RedMetricsTest.allowed()).isNotEmpty().noneMatch(name -> name.startsWith("jvm."));
    }

    private static long number(Map<String, MetricData> now, String name) {
        return now.get(name).getLongGaugeData().getPoints().iterator().next().getValue();
    }
}
