package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.routes.TandemCommand.Result;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.store.RouteItems;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** What the commands on a canary say and refuse, as processes, one of them killed. */
@NeedsTools(Tools.MOTO)
class CanaryCommandsTest {

    @RegisterExtension
    static final OnRoutes AWS = new OnRoutes();

    private final TandemCommand tandem = AWS.tandem();
    private RouteStore store;

    @BeforeEach
    void environment() {
        store = AWS.deployed();
        AWS.running("auth-stable", 1);
        AWS.running("auth-canary", 1);
        AWS.logGroup("/tandem/prod/auth");
    }

    @Test
    @Covers(value = {"R2.3", "R11.3"}, evidence = Evidence.SIMULATED, meshBackend = "envoy")
    void aKilledCanaryKeepsItsShareBlocksAnotherAndIsTakenBack() throws IOException, InterruptedException {
        Result dry = tandem.run("canary", "start", "auth");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).isEqualTo("""
                auth: version 1 is live
                  versions[canary].minMembers: 0 -> 1
                  versions[canary].weight: 0 -> 5
                  versions[stable].weight: 100 -> 95
                running tasks: {canary=1, stable=1}
                Dry run, nothing was changed. Add --yes to do it.
                """);
        assertThat(store.liveVersion("auth")).contains(1L);

        Process watching = tandem.start("canary", "start", "auth", "--yes", "--soak", "10m");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(watching.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            StringBuilder said = new StringBuilder();
            while (line != null && !line.contains("expected at least 20 answers")) {
                said.append(line).append('\n');
                line = lines.readLine();
            }
            assertThat(said).as("pipeline/steps/canary looks for it").containsPattern("  version 2 is live: ");
            assertThat(line).contains("5 %,").contains("only 0 answers");
        } finally {
            watching.destroyForcibly().waitFor();
        }
        assertThat(store.live("auth").orElseThrow().document()).isEqualTo(RouteTables.auth(5));

        Result second = tandem.run("canary", "step", "auth", "--yes");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).contains("auth/canary is being changed by arn:aws:sts::123456789012:user/moto until ");
        Result early = tandem.run("canary", "promote", "auth");
        assertThat(early.out()).contains("Now: canary canary of auth: 5 %, watched since");
        assertThat(tandem.run("status", "auth").out()).contains("canary canary of auth: 5 %, watched since");

        Result back = tandem.run("canary", "abort", "auth", "--yes", "--json", "-m", "killed");
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.out()).contains("\"outcome\" : \"taken-back\"").contains("\"reason\" : \"aborted: killed\"");
        assertThat(store.liveVersion("auth")).contains(1L);
        Result nothing = tandem.run("canary", "promote", "auth", "--yes");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("auth has no canary under way. The last: canary canary of auth: taken back: aborted: killed");
        assertThat(AWS.lines(OnRoutes.CHANGES)).hasSize(2).last().asString()
                .contains("\"command\":\"canary abort\"", "\"before\":2,\"after\":1");
    }

    @Test
    @Covers(value = {"R6.2", "R6.5"}, evidence = Evidence.SIMULATED, meshBackend = "envoy")
    void refusesWithoutStagingAndWhileAnAlarmRings() {
        try (CloudWatchClient cloudWatch = AWS.client(CloudWatchClient.builder())) {
            cloudWatch.putMetricAlarm(a -> a.alarmName("tandem-prod-auth-latency-p99").namespace("AWS/ApplicationELB")
                    .metricName("TargetResponseTime").statistic(Statistic.AVERAGE).period(60).evaluationPeriods(1).threshold(1.0)
                    .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
            cloudWatch.setAlarmState(a -> a.alarmName("tandem-prod-auth-latency-p99").stateValue(StateValue.ALARM).stateReason("test"));
        }
        Result red = tandem.run("canary", "start", "auth", "--yes");
        assertThat(red.code()).isEqualTo(1);
        assertThat(red.err()).contains("auth: no canary begins while a gate is red: alarms ring: tandem-prod-auth-latency-p99");

        AWS.dynamo().createTable(t -> t.tableName(RouteItems.tableName("tandem", "staging"))
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(a -> a.attributeName("service").attributeType("S"), a -> a.attributeName("item").attributeType("S"))
                .keySchema(k -> k.attributeName("service").keyType("HASH"), k -> k.attributeName("item").keyType("RANGE")));
        Result staging = tandem.run("canary", "start", "auth", "--yes");
        assertThat(staging.code()).isEqualTo(1);
        assertThat(staging.err()).contains("auth had no canary in staging, expected one that was promoted");
        assertThat(tandem.run("canary", "start", "auth", "--steps", "10,50", "--skip-staging").err())
                .contains("--steps: found [10, 50], expected the first share to be 1 to 5 percent");
        assertThat(tandem.run("canary", "start", "auth", "--soak", "soon", "--skip-staging").err())
                .contains("--soak: found 'soon', expected a number with s, m or h, such as 10m");
        Result region = tandem.run("canary", "start", "auth", "--region", "eu-west1");
        assertThat(region.code()).isEqualTo(2);
        assertThat(region.err()).contains("--region: found 'eu-west1', expected one of [eu-central-1, eu-west-1]. Did you mean 'eu-west-1'?");
        assertThat(store.liveVersion("auth")).contains(1L);
    }
}
