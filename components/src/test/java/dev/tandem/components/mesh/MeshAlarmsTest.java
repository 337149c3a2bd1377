package dev.tandem.components.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeshAlarmsTest {

    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private static RecordedDeployment declared(Optional<String> otherRegion) {
        return RecordedDeployment.of("eu-central-1", ctx -> new MeshAlarms("mesh-alarms",
                FoundationFixture.in("eu-central-1", "10.20.0.0/16"), MeshAlarmPlan.all(otherRegion), ComponentResourceOptions.Empty));
    }

    @Test
    @Covers(value = {"R1.3", "R5.5"}, evidence = Evidence.DESIGNED)
    void callsToTheOtherRegionAreHeldTo200MillisecondsAtThe95thPercentile() {
        Map<String, Object> alarm = declared(Optional.of("eu-west-1")).get(ALARM, "mesh-alarms-cross-region").inputs();
        assertThat(alarm)
                .containsEntry("name", "tandem-prod-mesh-cross-region")
                .containsEntry("namespace", "Tandem/Mesh")
                .containsEntry("metricName", "CrossRegionMillis")
                .containsEntry("dimensions", Map.of("environment", "prod", "peer", "eu-west-1"))
                .containsEntry("extendedStatistic", "p95")
                .containsEntry("threshold", 200.0)
                .containsEntry("comparisonOperator", "GreaterThanThreshold")
                .containsEntry("treatMissingData", "notBreaching")
                .doesNotContainKey("statistic");
        assertThat(alarm.get("alarmDescription")).asString()
                .isEqualTo("For 15 minutes more than 5 % of the calls to services in eu-west-1 have taken longer than 200 ms."
                        + " Runbook: docs/runbooks/mesh-cross-region.md");
    }

    @Test
    void aRegionOfItsOwnHasNoSuchCalls() {
        assertThat(declared(Optional.empty()).ofType(ALARM)).hasSize(3)
                .noneMatch(alarm -> alarm.name().endsWith("cross-region"))
                .allSatisfy(alarm -> assertThat(alarm.inputs()).containsKey("statistic")
                        .containsEntry("dimensions", Map.of("environment", "prod")));
    }
}
