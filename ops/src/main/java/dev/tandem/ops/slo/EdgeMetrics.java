package dev.tandem.ops.slo;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.OperationRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** A service's metrics behind the load balancer, found by the names of its target groups. */
public final class EdgeMetrics {

    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final int HOUR_SECONDS = 3600;
    private static final int DAY_SECONDS = 24 * HOUR_SECONDS;

    private final CloudWatchClient cloudWatch;
    private final List<List<Dimension>> groups;

    private EdgeMetrics(CloudWatchClient cloudWatch, List<List<Dimension>> groups) {
        this.cloudWatch = cloudWatch;
        this.groups = groups;
    }

    /**
     * Of a service.
     *
     * @param targetGroups their names, such as {@code prod-auth-stable}; two where ECS moves requests from one to the other. One that was
     *                     deployed anew counts with the one before
     * @throws OperationRefusedException when there are no metrics of any
     */
    public static EdgeMetrics of(CloudWatchClient cloudWatch, List<String> targetGroups) {
        try {
            List<List<Dimension>> groups = cloudWatch.listMetricsPaginator(
                            request -> request.namespace(NAMESPACE).metricName("RequestCount")).metrics().stream()
                    .map(Metric::dimensions)
                    .filter(each -> each.size() == 2 && each.stream().anyMatch(one -> one.name().equals("TargetGroup")
                            && targetGroups.stream().anyMatch(name -> one.value().startsWith("targetgroup/" + name + "/"))))
                    .toList();
            if (groups.isEmpty()) {
                throw new OperationRefusedException("target group " + String.join(" or ", targetGroups) + " has no metrics in "
                        + NAMESPACE + ": it got no request in the last two weeks, has no path of the load balancer, or is in the"
                        + " other region (--region)");
            }
            return new EdgeMetrics(cloudWatch, groups);
        } catch (SdkException failure) {
            throw AwsFailures.explain("cloudwatch:ListMetrics", NAMESPACE, failure);
        }
    }

    /** Requests and 5xx answers of the last so many hours. */
    public Budget budget(double objective, int hours, Instant now) {
        return new Budget(objective, sum("RequestCount", hours, now), sum("HTTPCode_Target_5XX_Count", hours, now));
    }

    /**
     * 95th percentile of each day or hour of the window, seconds, oldest first; that of the slower group where two had requests. Days
     * without requests are missing.
     */
    public List<Double> p95(int hours, Instant now) {
        Map<Instant, Double> worst = new TreeMap<>();
        points("TargetResponseTime", hours, now, request -> request.extendedStatistics("p95")).stream()
                .filter(point -> point.extendedStatistics().containsKey("p95"))
                .forEach(point -> worst.merge(point.timestamp(), point.extendedStatistics().get("p95"), Math::max));
        return List.copyOf(worst.values());
    }

    private double sum(String metric, int hours, Instant now) {
        return points(metric, hours, now, request -> request.statistics(Statistic.SUM)).stream().mapToDouble(Datapoint::sum).sum();
    }

    private List<Datapoint> points(String metric, int hours, Instant now, Consumer<GetMetricStatisticsRequest.Builder> statistic) {
        int period = hours > 24 ? DAY_SECONDS : HOUR_SECONDS;
        try {
            return groups.stream().flatMap(dimensions -> cloudWatch.getMetricStatistics(request -> statistic.accept(request
                    .namespace(NAMESPACE).metricName(metric).dimensions(dimensions).startTime(now.minus(Duration.ofHours(hours)))
                    .endTime(now).period(period))).datapoints().stream()).toList();
        } catch (SdkException failure) {
            throw AwsFailures.explain("cloudwatch:GetMetricStatistics", metric, failure);
        }
    }
}
