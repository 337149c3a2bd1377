package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.components.testing.RecordedDeployment.Registration;
import dev.tandem.requirements.Covers;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second image is a second ECS service beside the stable one, which stays exactly as it was. */
class CanaryVersionTest {

    private static final String SERVICE = "aws:ecs/service:Service";
    private static final String TASK = "aws:ecs/taskDefinition:TaskDefinition";

    private static RecordedDeployment without;
    private static RecordedDeployment with;

    @BeforeAll
    static void declare() {
        without = deploy(auth().build());
        with = deploy(auth().canaryImage("tandem/prod/auth:1.4.3").build());
    }

    private static MeshServiceArgs.Builder auth() {
        return ServiceFixtures.minimal("auth").path("/api/auth").tasks(2, 4).callers("persona")
                .tokens(TokenKeys.rotatedBy(ImageRef.parse("tandem/prod/auth-keys:1.0.0")))
                .daytimeFloor(new DaytimeFloor(3, 7, 21, ZoneId.of("Europe/Berlin")))
                .scaling(List.of(new ScalingTarget(ScalingTarget.Metric.REQUESTS, 600)));
    }

    private static RecordedDeployment deploy(MeshServiceArgs auth) {
        RecordedDeployment deployment = RecordedDeployment.of("eu-central-1", ctx -> ServiceMesh.create(
                FoundationFixture.in("eu-central-1", "10.20.0.0/16"), List.of(auth, ServiceFixtures.persona()),
                ComponentResourceOptions.Empty));
        assertThat(deployment.result().errors()).isEmpty();
        return deployment;
    }

    @Test
    @Covers(value = {"R6.2", "R6.3"}, evidence = Covers.Evidence.SIMULATED)
    void runsTheNewImageBesideStableWithTheSameRightsAndWithoutATargetGroup() {
        Registration canary = with.get(SERVICE, "auth-canary");
        assertThat(canary.inputs()).containsEntry("name", "auth-canary").containsEntry("desiredCount", 3.0)
                .containsEntry("taskDefinition", "arn:of:auth-canary-task")
                .containsEntry("serviceRegistries", Map.of("registryArn", "arn:of:auth-canary-discovery"))
                .containsEntry("deploymentCircuitBreaker", Map.of("enable", true, "rollback", true))
                .doesNotContainKeys("loadBalancers", "alarms");
        assertThat(canary.inputs().get("tags").toString()).contains("Version=canary", "Service=auth");
        assertThat(canary.inputs().get("networkConfiguration")).isEqualTo(with.get(SERVICE, "auth-stable").inputs().get("networkConfiguration"));
        Registration task = with.get(TASK, "auth-canary-task");
        assertThat(task.text("containerDefinitions")).contains("tandem/prod/auth:1.4.3").doesNotContain("tandem/prod/auth:1.4.2")
                .contains("{\"name\":\"TANDEM_VERSION\",\"value\":\"canary\"}").doesNotContain("\"value\":\"stable\"");
        assertThat(task.inputs()).containsEntry("taskRoleArn", "arn:of:auth-task").containsEntry("executionRoleArn", "arn:of:auth-execution");
        assertThat(with.get("aws:servicediscovery/service:Service", "auth-canary-discovery").inputs()).containsEntry("name", "auth-canary");
    }

    @Test
    void changesNothingElse() {
        assertThat(with.custom()).filteredOn(made -> !made.name().startsWith("auth-canary"))
                .extracting(made -> made.urn() + made.inputs())
                .containsExactlyInAnyOrderElementsOf(without.custom().stream().map(made -> made.urn() + made.inputs()).toList());
        assertThat(without.custom()).noneMatch(made -> made.name().contains("canary"));
    }

    @Test
    void scalesOnItsOwnTasksSinceTheLoadBalancerDoesNotKnowThem() {
        assertThat(with.get("aws:appautoscaling/target:Target", "auth-canary-scaling").inputs())
                .containsEntry("resourceId", "service/tandem-prod/auth-canary")
                .containsEntry("minCapacity", 3.0).containsEntry("maxCapacity", 4.0);
        assertThat(with.ofType("aws:appautoscaling/policy:Policy")).filteredOn(policy -> policy.name().startsWith("auth-canary"))
                .extracting(Registration::name).containsExactly("auth-canary-scaling-cpu");
    }

    @Test
    void comesFromTheServicesOwnRepository() {
        assertThatThrownBy(() -> auth().canaryImage("tandem/prod/persona:1.4.3").build()).hasMessage(
                "service auth has a canary from the repository \"tandem/prod/persona\": expected \"tandem/prod/auth\", that of its image");
    }
}
