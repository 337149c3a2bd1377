package dev.tandem.service.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * Utilisation and saturation of the process, by the names of OpenTelemetry's conventions for the JVM. The collector does not let them
 * out of the task, where each would be a custom metric that is paid for ({@code docs/services.md}).
 */
final class RuntimeMetrics {

    private RuntimeMetrics() {}

    static void register(OpenTelemetry telemetry) {
        Meter meter = telemetry.getMeter("dev.tandem.service.runtime");
        meter.gaugeBuilder("jvm.memory.used").ofLongs().setUnit("By").buildWithCallback(gauge -> gauge.record(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()));
        meter.gaugeBuilder("jvm.memory.limit").ofLongs().setUnit("By").buildWithCallback(gauge -> gauge.record(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax()));
        meter.gaugeBuilder("jvm.thread.count").ofLongs().setUnit("{thread}").buildWithCallback(gauge -> gauge.record(
                ManagementFactory.getThreadMXBean().getThreadCount()));
        meter.gaugeBuilder("jvm.cpu.recent_utilization").setUnit("1").buildWithCallback(gauge -> {
            if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
                double share = system.getProcessCpuLoad();
                if (share >= 0) { // Negative, or no number, as long as the JVM does not know it.
                    gauge.record(share);
                }
            }
        });
        meter.counterBuilder("jvm.gc.duration").ofDoubles().setUnit("s").buildWithCallback(counter -> counter.record(
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime).sum() / 1_000.0));
    }
}
