package dev.tandem.ops.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.requirements.Covers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** A service of which ECS moves the requests from one target group to the other with each deployment. */
class EdgeMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Instant EARLIER = NOW.minus(Duration.ofHours(2));
    private static final Instant LATER = NOW.minus(Duration.ofHours(1));

    /** Requests, and P95 in seconds, by target group and time: the switch was in the later hour. */
    private static final Map<String, Map<Instant, double[]>> SEEN = Map.of(
            "prod-web-stable", Map.of(EARLIER, new double[] {100, 0.1}, LATER, new double[] {50, 0.1}),
            "prod-web-green", Map.of(LATER, new double[] {50, 0.3}),
            "prod-other-stable", Map.of(LATER, new double[] {900, 9}));

    private static final CloudWatchClient CLOUD_WATCH = new CloudWatchClient() {
        @Override
        public ListMetricsResponse listMetrics(ListMetricsRequest request) {
            return ListMetricsResponse.builder().metrics(SEEN.keySet().stream().map(group -> Metric.builder().dimensions(
                    Dimension.builder().name("LoadBalancer").value("app/tandem/1").build(),
                    Dimension.builder().name("TargetGroup").value("targetgroup/" + group + "/2").build()).build()).toList()).build();
        }

        @Override
        public GetMetricStatisticsResponse getMetricStatistics(GetMetricStatisticsRequest request) {
            Map<Instant, double[]> group = SEEN.get(request.dimensions().get(1).value().split("/")[1]);
            boolean latency = request.metricName().equals("TargetResponseTime");
            return GetMetricStatisticsResponse.builder().datapoints(group.entrySet().stream().map(point -> latency
                    ? Datapoint.builder().timestamp(point.getKey()).extendedStatistics(Map.of("p95", point.getValue()[1])).build()
                    : Datapoint.builder().timestamp(point.getKey())
                            .sum(request.metricName().equals("RequestCount") ? point.getValue()[0] : 1).build()).toList()).build();
        }

        @Override
        public String serviceName() {
            return "cloudwatch";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @Test
    @Covers(value = "R10.5", evidence = Covers.Evidence.SIMULATED)
    void requestsOfBothGroupsCountAndTheSlowerOneIsShown() {
        EdgeMetrics both = EdgeMetrics.of(CLOUD_WATCH, List.of("prod-web-stable", "prod-web-green"));
        assertThat(both.budget(99.9, 24, NOW)).isEqualTo(new Budget(99.9, 200, 3));
        assertThat(both.p95(24, NOW)).containsExactly(0.1, 0.3);
        EdgeMetrics one = EdgeMetrics.of(CLOUD_WATCH, List.of("prod-web-stable"));
        assertThat(one.budget(99.9, 24, NOW)).isEqualTo(new Budget(99.9, 150, 2));
        assertThat(one.p95(24, NOW)).containsExactly(0.1, 0.1);
    }

    @Test
    void groupsWithoutAnyMetricAreNamed() {
        assertThatThrownBy(() -> EdgeMetrics.of(CLOUD_WATCH, List.of("prod-we-stable", "prod-we-green"))).isInstanceOf(OperationRefusedException.class)
                .hasMessageStartingWith("target group prod-we-stable or prod-we-green has no metrics in AWS/ApplicationELB: it got no request");
    }
}
