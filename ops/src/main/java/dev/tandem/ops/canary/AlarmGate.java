package dev.tandem.ops.canary;

import dev.tandem.mesh.store.AwsFailures;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The service's CloudWatch alarms: P95, P99, error rate, healthy tasks, and the one that gates deployments. */
public final class AlarmGate implements Gate {

    /** Ends of the alarms' names, as the components plan them. */
    private static final List<String> KEYS =
            List.of("latency-p95", "latency-p99", "error-rate", "no-healthy-task", "memory", "gate");

    private final CloudWatchClient cloudWatch;
    private final List<String> names;

    /** @param base {@code PROJECT-ENVIRONMENT-SERVICE}, with which the alarms' names begin */
    public AlarmGate(CloudWatchClient cloudWatch, String base) {
        this.cloudWatch = cloudWatch;
        this.names = KEYS.stream().map(key -> base + "-" + key).toList();
    }

    /**
     * Names of the alarms that ring.
     *
     * @throws dev.tandem.mesh.route.RouteSourceException when CloudWatch refuses
     */
    public static List<String> ringing(CloudWatchClient cloudWatch, String prefix) {
        return ringing(cloudWatch, request -> request.alarmNamePrefix(prefix), "alarms " + prefix + "*");
    }

    private static List<String> ringing(
            CloudWatchClient cloudWatch, Consumer<DescribeAlarmsRequest.Builder> which, String resource) {
        try {
            return cloudWatch.describeAlarmsPaginator(request -> which.accept(
                            request.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM).stateValue(StateValue.ALARM)))
                    .stream()
                    .flatMap(page -> Stream.concat(page.metricAlarms().stream().map(MetricAlarm::alarmName),
                            page.compositeAlarms().stream().map(CompositeAlarm::alarmName)))
                    .sorted()
                    .toList();
        } catch (SdkException failure) {
            throw AwsFailures.explain("cloudwatch:DescribeAlarms", resource, failure);
        }
    }

    @Override
    public Verdict look(CanaryRun run) {
        return look(run.service());
    }

    /** The same for a service without a canary. */
    public Verdict look(String service) {
        List<String> ringing = ringing(cloudWatch, request -> request.alarmNames(names), "alarms " + names);
        return ringing.isEmpty() ? Verdict.green("no alarm of " + service + " rings")
                : Verdict.red("alarms ring: " + String.join(", ", ringing));
    }
}
