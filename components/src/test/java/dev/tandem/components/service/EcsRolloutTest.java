package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.iam.PermissionsBoundary;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.evaluation.Evaluator;
import dev.tandem.components.iam.evaluation.Request;
import dev.tandem.components.mesh.AppMeshBackend;
import dev.tandem.components.mesh.DeclaredRoutes;
import dev.tandem.components.mesh.MeshCertificates;
import dev.tandem.components.mesh.MeshSettings;
import dev.tandem.components.service.EcsRollout.Hook;
import dev.tandem.components.service.EcsRollout.Strategy;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.route.ServiceVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Versions that ECS itself exchanges: what it is told, what it may do, and which services it suits. */
class EcsRolloutTest {

    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:111122223333:function:tandem-prod-check";
    private static final String SERVICE = "aws-native:ecs:Service";

    private static RecordedDeployment deployed(EcsRollout rollout) {
        MeshServiceArgs args = ServiceFixtures.minimal("web").path("/api/web").rollout(rollout).build();
        return RecordedDeployment.of("eu-central-1", ctx -> new MeshService(
                "web", FoundationFixture.in("eu-central-1", "10.20.0.0/16"), args, EdgeRoutes.of(Map.of("web", "/api/web")), ComponentResourceOptions.Empty));
    }

    private static Map<?, ?> configuration(EcsRollout rollout) {
        return (Map<?, ?>) deployed(rollout).get(SERVICE, "web-stable").inputs().get("deploymentConfiguration");
    }

    @Test
    void aCanaryMovesItsShareAndAlarmsBringTheOldVersionBack() {
        Map<?, ?> told = configuration(new EcsRollout(Strategy.CANARY, 2.5, 20, 30, Map.of()));
        assertThat(told.get("strategy")).isEqualTo("CANARY");
        assertThat(told.get("bakeTimeInMinutes")).isEqualTo(30.0);
        assertThat(told.get("canaryConfiguration")).isEqualTo(Map.of("canaryPercent", 2.5, "canaryBakeTimeInMinutes", 20.0));
        assertThat((Map<?, ?>) told.get("alarms")).extracting("enable", "rollback").containsExactly(true, true);
        assertThat((List<?>) ((Map<?, ?>) told.get("alarms")).get("alarmNames")).isNotEmpty();
        assertThat(told.containsKey("deploymentCircuitBreaker")).isFalse();
    }

    @Test
    void linearMovesEqualSharesAndBlueGreenAllAtOnce() {
        assertThat(configuration(EcsRollout.of(Strategy.LINEAR)).get("linearConfiguration"))
                .isEqualTo(Map.of("stepPercent", 10.0, "stepBakeTimeInMinutes", 6.0));
        Map<?, ?> blueGreen = configuration(EcsRollout.of(Strategy.BLUE_GREEN));
        assertThat(blueGreen.get("strategy")).isEqualTo("BLUE_GREEN");
        assertThat(blueGreen.keySet().stream().map(Object::toString)).doesNotContain("canaryConfiguration", "linearConfiguration");
    }

    @Test
    void bothTargetGroupsStandBehindTheRuleAndNobodyFindsTheServiceByName() {
        RecordedDeployment deployment = deployed(EcsRollout.of(Strategy.BLUE_GREEN));
        var service = deployment.get(SERVICE, "web-stable");
        assertThat(service.inputs()).containsEntry("serviceName", "web-stable").doesNotContainKey("serviceRegistries");
        assertThat(service.inputs().get("loadBalancers").toString())
                .contains("targetGroupArn=arn:of:web-target-group,")
                .contains("alternateTargetGroupArn=arn:of:web-target-group-green")
                .contains("productionListenerRule=arn:of:web-path")
                .contains("roleArn=arn:of:web-rollout");
        assertThat(deployment.get("aws:lb/listenerRule:ListenerRule", "web-path").inputs().get("actions").toString())
                .contains("arn:of:web-target-group").contains("weight=100.0").contains("weight=0.0");
        assertThat(deployment.all()).noneMatch(made -> made.type().startsWith("aws:servicediscovery/")
                || made.type().equals("aws:ecs/service:Service"));
        assertThat(service.inputs().get("networkConfiguration").toString()).contains("assignPublicIp=DISABLED");
        assertThat(deployment.get("aws:appautoscaling/target:Target", "web-scaling").inputs().get("resourceId").toString())
                .endsWith("/web-stable");
    }

    @Test
    void hooksAreAskedByTheRoleAtTheirStages() {
        EcsRollout rollout = new EcsRollout(Strategy.CANARY, 5, 10, 15,
                Map.of("check", new Hook(FUNCTION, Set.of("post-scale-up", "pre-production-traffic-shift"))));
        assertThat(configuration(rollout).get("lifecycleHooks")).isEqualTo(List.of(Map.of(
                "hookTargetArn", FUNCTION, "roleArn", "arn:of:web-rollout",
                "lifecycleStages", List.of("POST_SCALE_UP", "PRE_PRODUCTION_TRAFFIC_SHIFT"))));
        assertThat(deployed(rollout).get("aws:iam/rolePolicy:RolePolicy", "web-rollout-move-requests").inputs().get("policy").toString())
                .contains("lambda:InvokeFunction").contains(FUNCTION)
                .contains("listener-rule/app/tandem-prod-eu-central-1/*").contains("targetgroup/prod-web-green/*");
    }

    @Test
    void hooksAreOfTheServicesRegionAndAccount() {
        for (String elsewhere : List.of(FUNCTION.replace("eu-central-1", "eu-west-1"), FUNCTION.replace("111122223333", "444455556666"))) {
            EcsRollout rollout = new EcsRollout(Strategy.CANARY, 5, 10, 15, Map.of("check", new Hook(elsewhere, Set.of("post-scale-up"))));
            assertThatThrownBy(() -> MeshServicePlan.of(ServiceNames.of("web", FoundationFixture.in("eu-central-1", "10.20.0.0/16")),
                    ServiceFixtures.minimal("web").path("/api/web").rollout(rollout).build(),
                    EdgeRoutes.of(Map.of("web", "/api/web")), FoundationFixture.BOUNDARY))
                    .hasMessage("service web has the rollout hook check with the function " + elsewhere + ": expected one of account"
                            + " 111122223333 in eu-central-1, such as " + FUNCTION);
        }
    }

    @Test
    void suitsServicesBehindTheLoadBalancerOnly() {
        MeshServiceArgs.Builder internal = ServiceFixtures.minimal("web").rollout(EcsRollout.of(Strategy.CANARY));
        assertThatThrownBy(internal::build).hasMessage("service web has a rollout by ECS and no path: expected a path, since ECS"
                + " moves requests of the load balancer; without one the mesh does, by ./tandem canary run web");
        assertThatThrownBy(internal.path("/api/web").callers("auth")::build).hasMessage("service web has a rollout by ECS and the"
                + " callers [auth]: expected none, since ECS does not move requests of the mesh; leave rollout out and use"
                + " ./tandem canary run web");
    }

    @Test
    void limitsAreThoseOfAws() {
        assertThatThrownBy(() -> new EcsRollout(Strategy.CANARY, 0.05, 1, 1, Map.of()))
                .hasMessage("canary rollout of 0.05 percent: expected 0.1 to 100 in steps of 0.1");
        assertThatThrownBy(() -> new EcsRollout(Strategy.LINEAR, 2, 1, 1, Map.of()))
                .hasMessage("linear rollout of 2.0 percent: expected 3.0 to 100 in steps of 0.1");
        assertThatThrownBy(() -> new EcsRollout(Strategy.CANARY, 5, 1441, 1, Map.of()))
                .hasMessage("canary rollout that waits 1441 minutes: expected 0 to 1440");
        // 9 waits of 220 minutes and 15 at the end, beyond the 33 hours.
        assertThatThrownBy(() -> new EcsRollout(Strategy.LINEAR, 10, 220, 15, Map.of()))
                .hasMessage("linear rollout of 1995 minutes (9 times 220, then 15): expected at most 1980, after which AWS refuses it");
        assertThat(new EcsRollout(Strategy.LINEAR, 11, 10, 0, Map.of()).minutes()).isEqualTo(90);
        assertThatThrownBy(() -> new Hook(FUNCTION, Set.of("later"))).hasMessageContaining("with the stages [later]: expected one or more of");
        assertThatThrownBy(() -> new Hook("check", Set.of("post-scale-up"))).hasMessageContaining("expected a function's ARN");
        assertThatThrownBy(() -> Strategy.of("shadow"))
                .hasMessage("found the rollout strategy \"shadow\", expected one of [blue-green, canary, linear]");
    }

    @Test
    void alarmsReadBothTargetGroupsAndTheWorseVersionCounts() {
        RecordedDeployment deployment = deployed(EcsRollout.of(Strategy.CANARY));
        assertThat(queries(deployment, "latency-p95")).containsExactly("MAX([FILL(blue, 0), FILL(green, 0)])",
                "blue: TargetResponseTime p95 of web-target-group", "green: TargetResponseTime p95 of web-target-group-green");
        assertThat(queries(deployment, "no-healthy-task")).containsExactly("FILL(blue, 0) + FILL(green, 0)",
                "blue: HealthyHostCount Minimum of web-target-group", "green: HealthyHostCount Minimum of web-target-group-green");
        assertThat(queries(deployment, "error-rate")).containsExactly("MAX([FILL(blue, 0), FILL(green, 0)])",
                "IF(requests_blue > 0, 100 * failures_blue / requests_blue, 0)",
                "failures_blue: HTTPCode_Target_5XX_Count Sum of web-target-group", "requests_blue: RequestCount Sum of web-target-group",
                "IF(requests_green > 0, 100 * failures_green / requests_green, 0)",
                "failures_green: HTTPCode_Target_5XX_Count Sum of web-target-group-green",
                "requests_green: RequestCount Sum of web-target-group-green");
        assertThat(deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "web-alarm-latency-p99").inputs())
                .doesNotContainKeys("metricName", "dimensions", "extendedStatistic");
    }

    /** Expressions as they are, metrics in words; the one that decides comes first. */
    private static List<String> queries(RecordedDeployment deployment, String alarm) {
        List<?> queries = (List<?>) deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "web-alarm-" + alarm).inputs().get("metricQueries");
        assertThat(queries.stream().map(query -> Boolean.TRUE.equals(((Map<?, ?>) query).get("returnData"))).toList())
                .startsWith(true).containsOnlyOnce(true);
        return queries.stream().map(query -> (Map<?, ?>) query).map(query -> query.get("metric") instanceof Map<?, ?> metric
                ? query.get("id") + ": " + metric.get("metricName") + " " + metric.get("stat") + " of " + group(metric.get("dimensions"))
                : query.get("expression").toString()).toList();
    }

    private static String group(Object dimensions) {
        return ((Map<?, ?>) dimensions).get("TargetGroup").toString().replaceFirst("^suffix:of:|^.*?(?=web-)", "");
    }

    @Test
    void scalingReadsBothTargetGroups() {
        MeshServiceArgs args = ServiceFixtures.minimal("web").path("/api/web").rollout(EcsRollout.of(Strategy.LINEAR))
                .scaling(List.of(new ScalingTarget(ScalingTarget.Metric.REQUESTS, 500), new ScalingTarget(ScalingTarget.Metric.P95, 0.2)))
                .build();
        RecordedDeployment deployment = RecordedDeployment.of("eu-central-1", ctx -> new MeshService(
                "web", FoundationFixture.in("eu-central-1", "10.20.0.0/16"), args, EdgeRoutes.of(Map.of("web", "/api/web")), ComponentResourceOptions.Empty));
        String requests = deployment.get("aws:appautoscaling/policy:Policy", "web-scaling-requests").inputs()
                .get("targetTrackingScalingPolicyConfiguration").toString();
        assertThat(requests).contains("expression=FILL(blue, 0) + FILL(green, 0)", "RequestCountPerTarget", "stat=Sum", "web-target-group-green")
                .doesNotContain("predefinedMetricSpecification");
        assertThat(deployment.get("aws:appautoscaling/policy:Policy", "web-scaling-p95").inputs()
                .get("targetTrackingScalingPolicyConfiguration").toString())
                .contains("expression=MAX([FILL(blue, 0), FILL(green, 0)])", "TargetResponseTime", "web-target-group-green");
    }

    @Test
    void aTaskServesWhatTheLoadBalancerGivesItAndTheMeshHasNothingToShare() {
        RecordedDeployment deployment = deployed(EcsRollout.of(Strategy.CANARY));
        assertThat(deployment.get("aws:ecs/taskDefinition:TaskDefinition", "web-task").inputs().get("containerDefinitions").toString())
                .contains("{\"name\":\"TANDEM_EDGE\",\"value\":\"application\"}");
        MeshServiceArgs args = ServiceFixtures.minimal("web").path("/api/web").rollout(EcsRollout.of(Strategy.CANARY)).build();
        RouteDocument declared = DeclaredRoutes.of("prod", "prod.tandem.internal", List.of(args)).get("web");
        assertThat(declared.versions()).extracting(ServiceVersion::name).containsExactly("stable");
        assertThat(RouteJson.canonicalText(declared)).contains("\"rolledOutBy\":\"ecs\"");
    }

    @Test
    void appMeshIsRefused() {
        MeshServiceArgs args = ServiceFixtures.minimal("web").path("/api/web").rollout(EcsRollout.of(Strategy.CANARY)).build();
        ServiceNames names = ServiceNames.of("web", FoundationFixture.in("eu-central-1", "10.20.0.0/16"));
        MeshMembership mesh = new MeshMembership(MeshSettings.of("prod.tandem.internal").carriedBy(new AppMeshBackend(MeshCertificates.files(), Map.of())), List.of());
        assertThatThrownBy(() -> MeshServicePlan.of(names, args, EdgeRoutes.of(Map.of("web", "/api/web")), FoundationFixture.BOUNDARY, mesh))
                .hasMessage("service web has a rollout by ECS in the mesh app-mesh: expected the mesh envoy, or no rollout");
    }

    @Test
    void theRoleMovesRequestsOfItsServiceOnlyUnderTheBoundaryOfAStackWithARollout() {
        MeshServicePlan plan = MeshServicePlan.of(ServiceNames.of("web", FoundationFixture.in("eu-central-1", "10.20.0.0/16")),
                ServiceFixtures.minimal("web").path("/api/web").rollout(EcsRollout.of(Strategy.CANARY)).build(),
                EdgeRoutes.of(Map.of("web", "/api/web")), FoundationFixture.BOUNDARY);
        RolePlan role = RolloutRole.of(plan, EcsRollout.of(Strategy.CANARY));
        Evaluator with = new Evaluator(PermissionsBoundary.of("tandem", FoundationFixture.ACCOUNT, List.of("eu-central-1", "eu-west-1"), true));
        String elb = "arn:aws:elasticloadbalancing:eu-central-1:" + FoundationFixture.ACCOUNT + ":";
        Request move = Request.of("elasticloadbalancing:ModifyRule", elb + "listener-rule/app/tandem-prod-eu-central-1/1/2/3");
        assertThat(with.allows(role, move)).isTrue();
        assertThat(new Evaluator(PermissionsBoundary.of("tandem", FoundationFixture.ACCOUNT, List.of("eu-central-1", "eu-west-1")))
                .allows(role, move)).isFalse();
        for (String group : List.of("prod-web-stable", "prod-web-green")) {
            assertThat(with.allows(role, Request.of("elasticloadbalancing:RegisterTargets", elb + "targetgroup/" + group + "/1"))).isTrue();
        }
        assertThat(with.allows(role, Request.of("elasticloadbalancing:DescribeTargetHealth", "*").with("aws:RequestedRegion", "eu-central-1"))).isTrue();
        assertThat(with.allows(role, Request.of("elasticloadbalancing:DeregisterTargets", elb + "targetgroup/prod-auth-stable/1"))).isFalse();
        assertThat(with.allows(role, Request.of("elasticloadbalancing:ModifyRule", elb + "listener-rule/app/other/1/2/3"))).isFalse();
    }
}
