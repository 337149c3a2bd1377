package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service that asks for everything: scaling of every kind, a topic, events, a health command. */
class ServiceBehaviourTest {

    private static final String POLICY = "aws:appautoscaling/policy:Policy";
    private static final List<ScalingTarget> ALL = List.of(
            new ScalingTarget(ScalingTarget.Metric.CPU, 55), new ScalingTarget(ScalingTarget.Metric.MEMORY, 70),
            new ScalingTarget(ScalingTarget.Metric.REQUESTS, 600), new ScalingTarget(ScalingTarget.Metric.P95, 0.2));

    private static RecordedDeployment deployment;

    private static MeshServiceArgs.Builder orders() {
        return ServiceFixtures.minimal("orders").path("/api/orders").scaling(ALL).burst(true).queue(true).topic(true)
                .publishes(true).healthCommand(List.of("CMD", "/healthcheck")).table(true)
                .tableHome(TableHome.withReplicaIn("eu-west-1", "arn:aws:kms:eu-west-1:111122223333:key/1"))
                .subscriptions(List.of(new EventSubscription("auth", List.of("UserRegistered", "UserLeft"))));
    }

    @BeforeAll
    static void declare() {
        deployment = RecordedDeployment.of("eu-central-1", ctx -> ServiceMesh.create(
                FoundationFixture.in("eu-central-1", "10.20.0.0/16"), List.of(orders().build()),
                ComponentResourceOptions.builder()
                        .providers(new Provider("region", ProviderArgs.builder().region("eu-central-1").build()))
                        .build()));
        assertThat(deployment.result().errors()).isEmpty();
    }

    @Test
    @Covers(value = {"R3.2", "R12.2"}, evidence = Evidence.SIMULATED)
    void takesAutoScalingPoliciesAsData() {
        assertThat(deployment.ofType(POLICY)).extracting(RecordedDeployment.Registration::name).containsExactlyInAnyOrder(
                "orders-scaling-cpu", "orders-scaling-memory", "orders-scaling-requests", "orders-scaling-p95",
                "orders-scaling-burst");
        assertThat(tracking("cpu")).containsEntry("targetValue", 55.0).containsEntry("predefinedMetricSpecification",
                Map.of("predefinedMetricType", "ECSServiceAverageCPUUtilization"));
        assertThat(tracking("requests").get("predefinedMetricSpecification")).isEqualTo(Map.of(
                "predefinedMetricType", "ALBRequestCountPerTarget",
                "resourceLabel", "app/t/1/suffix/of/orders-target-group"));
        assertThat(tracking("p95").get("customizedMetricSpecification").toString())
                .contains("TargetResponseTime").contains("stat=p95").contains("returnData=true");
    }

    @Test
    @Covers(value = "R3.2", evidence = Evidence.SIMULATED)
    void addsTasksAtOnceWhenCpuJumps() {
        assertThat(deployment.get(POLICY, "orders-scaling-burst").inputs().get("stepScalingPolicyConfiguration")).isEqualTo(Map.of(
                "adjustmentType", "ChangeInCapacity", "metricAggregationType", "Average", "cooldown", 60.0,
                "stepAdjustments", List.of(
                        Map.of("metricIntervalLowerBound", "0", "metricIntervalUpperBound", "10", "scalingAdjustment", 1.0),
                        Map.of("metricIntervalLowerBound", "10", "scalingAdjustment", 2.0))));
        assertThat(deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "orders-scaling-burst").inputs())
                .containsEntry("alarmActions", List.of("arn:of:orders-scaling-burst")).containsEntry("threshold", 80.0);
    }

    @Test
    @Covers(value = {"R5.4", "R12.1"}, evidence = Evidence.SIMULATED)
    void aDeploymentIsRolledBackByItsAlarmsAndGatedByOne() {
        assertThat(deployment.get("aws:ecs/service:Service", "orders-stable").inputs()).containsEntry("alarms", Map.of(
                "alarmNames", List.of("tandem-prod-orders-latency-p95", "tandem-prod-orders-error-rate",
                        "tandem-prod-orders-no-healthy-task", "tandem-prod-orders-memory"),
                "enable", true, "rollback", true));
        assertThat(deployment.get("aws:cloudwatch/compositeAlarm:CompositeAlarm", "orders-gate").text("alarmRule")).isEqualTo(
                "ALARM(\"tandem-prod-orders-latency-p95\") OR ALARM(\"tandem-prod-orders-error-rate\") OR"
                        + " ALARM(\"tandem-prod-orders-no-healthy-task\") OR ALARM(\"tandem-prod-orders-memory\")");
    }

    @Test
    @Covers(value = {"R9.2", "R9.4"}, evidence = Evidence.SIMULATED)
    void hearsOnlyWhatItSubscribedTo() {
        assertThat(deployment.get("aws:cloudwatch/eventRule:EventRule", "orders-from-auth").inputs())
                .containsEntry("eventBusName", "tandem-prod")
                .containsEntry("eventPattern", "{\"detail-type\":[\"UserLeft\",\"UserRegistered\"],\"source\":[\"tandem.auth\"]}");
        assertThat(deployment.get("aws:cloudwatch/eventTarget:EventTarget", "orders-from-auth").inputs())
                .containsEntry("arn", "arn:aws:sqs:eu-central-1:111122223333:tandem-prod-orders")
                .containsEntry("deadLetterConfig",
                        Map.of("arn", "arn:aws:sqs:eu-central-1:111122223333:tandem-prod-orders-dead-letters"));
        assertThat(deployment.get("aws:sqs/queuePolicy:QueuePolicy", "orders-queue").text("policy"))
                .contains("arn:aws:events:eu-central-1:111122223333:rule/tandem-prod/tandem-prod-orders-from-*");
        assertThat(deployment.get("aws:sns/topicPolicy:TopicPolicy", "orders-topic").text("policy"))
                .contains("aws:SecureTransport");
    }

    @Test
    @Covers(value = "R9.5", evidence = Evidence.SIMULATED)
    void itsTableHasAReplicaWhereTheOtherRegionIs() {
        assertThat(deployment.get("aws:dynamodb/table:Table", "orders-table").inputs())
                .containsEntry("streamEnabled", true)
                .containsEntry("replicas", List.of(Map.of("regionName", "eu-west-1", "pointInTimeRecovery", true,
                        "propagateTags", true, "kmsKeyArn", "arn:aws:kms:eu-west-1:111122223333:key/1")));
        RecordedDeployment elsewhere = RecordedDeployment.of("eu-west-1", ctx -> ServiceMesh.create(
                FoundationFixture.in("eu-west-1", "10.30.0.0/16"),
                List.of(orders().tableHome(TableHome.elsewhere()).build()), ComponentResourceOptions.Empty));
        assertThat(elsewhere.ofType("aws:dynamodb/table:Table")).extracting(RecordedDeployment.Registration::name)
                .doesNotContain("orders-table");
    }

    @Test
    @Covers(value = "R4.4", evidence = Evidence.DESIGNED)
    void anIllApplicationEndsItsTaskWithinTheRegistrysThirtySeconds() {
        MeshServicePlan plan = ServiceFixtures.plan(ServiceFixtures.minimal("auth").healthCommand(List.of("CMD", "/hc")).build());
        assertThat(plan.containerDefinitions()).contains(
                "\"healthCheck\":{\"command\":[\"CMD\",\"/hc\"],\"interval\":5,\"timeout\":2,\"retries\":2,\"startPeriod\":60}");
        assertThat(plan.registry().text()).isEqualTo("discovery is right within 27 s of 30 s: failed checks 10 s, time-out of the"
                + " last 2 s, end of the task and deregistration 5 s, lifetime of answers 10 s");
        assertThatThrownBy(() -> RegistryTiming.of(14)).hasMessage("callers would be told of an ill task for up to 31 s, the"
                + " limit is 30 s: failed checks 10 s, time-out of the last 2 s, end of the task and deregistration 5 s, lifetime"
                + " of answers 14 s");
    }

    @Test
    void refusesScalingThatCannotWork() {
        assertThatThrownBy(() -> new ScalingTarget(ScalingTarget.Metric.CPU, 95))
                .hasMessage("scaling aims at cpu 95.0: expected 10.0 to 90.0");
        assertThatThrownBy(() -> ServiceFixtures.minimal("auth").scaling(List.of()).build())
                .hasMessage("service auth has 0 scaling targets: expected at least 1, such as 60 % CPU");
        assertThatThrownBy(() -> ServiceFixtures.minimal("auth").scaling(ALL).build())
                .hasMessage("service auth scales on requests, which is measured at the load balancer, but has no path there: give"
                        + " it a path, or scale on cpu or memory");
        assertThatThrownBy(() -> ServiceFixtures.minimal("auth")
                        .scaling(List.of(ScalingTarget.DEFAULT, ScalingTarget.DEFAULT)).build())
                .hasMessage("service auth scales on cpu twice: name it once");
    }

    @Test
    @Covers("R8.1")
    void refusesASecretByValue() {
        assertThatThrownBy(() -> ServiceFixtures.minimal("auth").environment(Map.of("DB_PASSWORD", "hunter2")).build())
                .hasMessage("service auth has the secret \"DB_PASSWORD\" by value, 7 characters that everybody can read in the task"
                        + " definition: expected the ARN of a secret or the path of a parameter, such as"
                        + " \"/aws/reference/secretsmanager/tandem/prod/auth\"");
        assertThat(ServiceFixtures.minimal("auth")
                        .environment(Map.of("DB_PASSWORD", "/tandem/prod/auth/db", "TOKEN_TTL", "60")).build().environment())
                .hasSize(2);
    }

    @Test
    void refusesEventsThatHaveNowhereToGo() {
        EventSubscription auth = new EventSubscription("auth", List.of("UserRegistered"));
        assertThatThrownBy(() -> ServiceFixtures.minimal("orders").subscriptions(List.of(auth)).build())
                .hasMessage("service orders subscribes to events of auth, but has no queue for them: give it a queue");
        assertThatThrownBy(() -> ServiceFixtures.minimal("orders").queue(true).subscriptions(List.of(auth, auth)).build())
                .hasMessage("service orders subscribes to auth twice: put all types into one subscription");
        assertThatThrownBy(() -> new EventSubscription("auth", List.of()))
                .hasMessageStartingWith("subscription to auth has the types []");
    }

    private static Map<?, ?> trackingOf(String key) {
        return (Map<?, ?>) deployment.get(POLICY, "orders-scaling-" + key).inputs()
                .get("targetTrackingScalingPolicyConfiguration");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tracking(String key) {
        return (Map<String, Object>) trackingOf(key);
    }
}
