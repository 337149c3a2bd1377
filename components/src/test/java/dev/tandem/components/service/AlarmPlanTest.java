package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlarmPlanTest {

    /** Alarms per region that the bill of materials counts, among them two of each scaling policy. */
    private static final int BUDGETED = 23;

    private static final int OF_A_SCALING_POLICY = 2;

    @Test
    @Covers(value = "R5.4", evidence = Covers.Evidence.DESIGNED)
    void watchesLatencyAndErrors() {
        assertThat(AlarmPlan.of(ServiceFixtures.auth())).extracting(AlarmPlan::key)
                .containsExactly("latency-p95", "latency-p99", "error-rate", "no-healthy-task", "cpu", "memory");
        assertThat(AlarmPlan.of(ServiceFixtures.auth())).filteredOn(alarm -> alarm.key().equals("latency-p95"))
                .allMatch(alarm -> alarm.threshold() == 0.2 && alarm.statistic().equals("p95"));
    }

    @Test
    void watchesOnlyWhatAServiceHas() {
        assertThat(AlarmPlan.of(ServiceFixtures.minimal("auth").build())).extracting(AlarmPlan::key)
                .containsExactly("error-rate", "cpu", "memory");
        assertThat(AlarmPlan.of(ServiceFixtures.persona())).extracting(AlarmPlan::key).contains("dead-letters");
    }

    @Test
    @Covers(value = "R5.4", evidence = Covers.Evidence.DESIGNED)
    void whatNoLoadBalancerMeasuresItsTasksDoAndItsDeploymentsAreGatedByIt() {
        RecordedDeployment deployment = RecordedDeployment.of("eu-central-1", ctx -> ServiceMesh.create(
                FoundationFixture.in("eu-central-1", "10.20.0.0/16"), List.of(ServiceFixtures.minimal("ledger").build()),
                ComponentResourceOptions.builder()
                        .providers(new Provider("region", ProviderArgs.builder().region("eu-central-1").build())).build()));
        assertThat(deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "ledger-alarm-error-rate").inputs().get("metricQueries")
                .toString()).contains("namespace=Tandem", "metricName=http.server.request.failures", "stat=Sum",
                        "metricName=http.server.request.duration", "stat=SampleCount", "{service.name=ledger}", "IF(requests > 0, 100 * FILL(failures, 0) / requests, 0)");
        assertThat(deployment.get("aws:cloudwatch/compositeAlarm:CompositeAlarm", "ledger-gate").text("alarmRule"))
                .isEqualTo("ALARM(\"tandem-prod-ledger-error-rate\") OR ALARM(\"tandem-prod-ledger-memory\")");
        assertThat(deployment.get("aws:ecs/service:Service", "ledger-stable").inputs().get("alarms").toString())
                .contains("tandem-prod-ledger-error-rate");
    }

    @Test
    @Covers(value = "R1.5", evidence = Covers.Evidence.DESIGNED)
    void leavesRoomForTheFoundationsAlarmsInTheBill() {
        int billed = Stream.of(ServiceFixtures.auth(), ServiceFixtures.persona())
                .mapToInt(args -> OF_A_SCALING_POLICY + billed(AlarmPlan.of(args)))
                .sum();
        assertThat(billed).isEqualTo(19).isLessThan(BUDGETED);
    }

    @Test
    void usesStandardResolutionOnly() {
        assertThat(AlarmPlan.of(ServiceFixtures.persona())).allMatch(alarm -> alarm.periodSeconds() % 60 == 0);
        assertThat(AlarmPlan.of(ServiceFixtures.persona())).allMatch(alarm -> alarm.datapoints() <= alarm.periods());
    }

    private static int billed(List<AlarmPlan> alarms) {
        return alarms.stream().mapToInt(alarm -> alarm.source().billedMetrics()).sum();
    }
}
