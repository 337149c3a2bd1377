package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.mesh.AppMeshBackend;
import dev.tandem.components.mesh.EnvoyBackend;
import dev.tandem.components.mesh.MeshBackend;
import dev.tandem.components.mesh.MeshCertificates;
import dev.tandem.components.mesh.MeshSettings;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.components.testing.RecordedDeployment.Registration;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same services on either backend. */
class MeshBackendsTest {

    private static final MeshBackend APP_MESH = new AppMeshBackend(MeshCertificates.files(), Map.of("auth", 5));

    /** ADR 0040: 15 s of failing health, 15 s of drain, 10 s for Envoy. */
    private static final int LEAVING_SECONDS = 40;

    private static ContainerPlan container(MeshServicePlan plan, String name) {
        return plan.containers().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    @Covers(value = "R4.3", evidence = Covers.Evidence.DESIGNED, meshBackend = "envoy")
    void envoyLeavesTheMeshBeforeTheApplicationEndsAndHasTheTimeForIt() {
        MeshServicePlan plan = ServiceFixtures.plan(ServiceFixtures.auth());
        ContainerPlan envoy = container(plan, "envoy");
        ContainerPlan app = container(plan, "app");
        assertThat(envoy.dependsOn()).as("ECS stops in reverse order").isEqualTo(Map.of("app", "START"));
        assertThat(app.dependsOn()).isEmpty();
        assertThat(envoy.stopTimeoutSeconds()).isGreaterThan(LEAVING_SECONDS).isLessThanOrEqualTo(120);
        assertThat(app.stopTimeoutSeconds()).isBetween(30, 120);
        assertThat(envoy.essential()).isTrue();
    }

    @Test
    @Covers(value = "R4.3", evidence = Covers.Evidence.DESIGNED, meshBackend = "envoy")
    void envoysAgentIsToldOfTheOtherRegionAndMayReadItsTasks() {
        MeshServicePlan plan = ServiceFixtures.plan(ServiceFixtures.persona());
        assertThat(container(plan, "envoy").environment())
                .containsEntry("TANDEM_OTHER_REGION", "eu-west-1")
                .containsEntry("TANDEM_REMOTE_MEMBERS", "tandem-prod-endpoints");
        Statement members = statement(plan.taskRole(), "ReadMembers");
        assertThat(members.actions()).containsExactly("dynamodb:BatchGetItem");
        assertThat(members.resources())
                .containsExactly("arn:aws:dynamodb:eu-central-1:" + FoundationFixture.ACCOUNT + ":table/tandem-prod-endpoints");
        assertThat(members.conditions()).singleElement().satisfies(condition -> assertThat(condition.values())
                .containsExactly("auth-canary", "auth-stable", "persona-canary", "persona-stable"));
        MeshServicePlan alone = MeshServicePlan.of(ServiceFixtures.names("auth"), ServiceFixtures.auth(), ServiceFixtures.routes(),
                FoundationFixture.BOUNDARY);
        assertThat(container(alone, "envoy").environment()).doesNotContainKey("TANDEM_REMOTE_MEMBERS");
        assertThat(alone.taskRole().policies().get("own-data").statements()).noneMatch(s -> s.sid().equals("ReadMembers"));
    }

    @Test
    void appMeshRedirectsConnectionsToItsProxyThatStartsFirst() {
        MeshServicePlan plan = ServiceFixtures.plan(ServiceFixtures.auth(), APP_MESH);
        Golden.assertMatches("app-mesh-service-plan-auth.json", plan);
        assertThat(container(plan, "app").dependsOn()).isEqualTo(Map.of("envoy", "HEALTHY"));
        assertThat(container(plan, "app").environment()).doesNotContainKey("MESH_PROXY");
        assertThat(container(plan, "envoy").environment()).containsEntry("ENABLE_ENVOY_XRAY_TRACING", "1");
        assertThat(container(plan, "collector").environment().get("AOT_CONFIG_CONTENT")).contains("\"awsxray\":{\"endpoint\":\"127.0.0.1:2000\"");
        assertThat(plan.redirect()).hasValueSatisfying(redirect -> assertThat(redirect.properties())
                .containsEntry("AppPorts", "8080").containsEntry("IgnoredUID", "1337"));
        assertThat(statement(plan.taskRole(), "StreamMeshConfiguration").actions())
                .containsExactly("appmesh:StreamAggregatedResources");
    }

    @Test
    @Covers(value = {"R2.3", "R4.5"}, evidence = Covers.Evidence.DESIGNED, meshBackend = "app-mesh")
    void theSameArgumentsDeclareAMeshOfEither() {
        RecordedDeployment envoy = deploy(new EnvoyBackend());
        RecordedDeployment appMesh = deploy(APP_MESH);
        assertThat(envoy.custom()).extracting(Registration::type)
                .contains("aws:dynamodb/tableItem:TableItem").noneMatch(type -> type.startsWith("aws:appmesh/"));
        assertThat(appMesh.custom()).extracting(Registration::type)
                .contains("aws:appmesh/mesh:Mesh", "aws:appmesh/virtualGateway:VirtualGateway", "aws:appmesh/route:Route")
                .doesNotContain("aws:dynamodb/tableItem:TableItem");
        assertThat(appMesh.get("aws:appmesh/route:Route", "mesh-auth").inputs().toString()).contains("weight=5.0", "weight=95.0");
        assertThat(appMesh.get("aws:ecs/taskDefinition:TaskDefinition", "auth-task").inputs().get("proxyConfiguration").toString())
                .contains("type=APPMESH", "containerName=envoy");
        assertThat(envoy.get("aws:ecs/taskDefinition:TaskDefinition", "auth-task").inputs()).doesNotContainKey("proxyConfiguration");
    }

    @Test
    void aShareOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new AppMeshBackend(MeshCertificates.files(), Map.of("auth", 101)))
                .hasMessage("the canary of auth gets 101 percent, expected 0 to 100");
    }

    private static RecordedDeployment deploy(MeshBackend backend) {
        RecordedDeployment deployment = RecordedDeployment.of("eu-central-1", ctx -> ServiceMesh.create(
                FoundationFixture.in("eu-central-1", "10.20.0.0/16"), MeshSettings.of("prod.tandem.internal").carriedBy(backend),
                List.of(ServiceFixtures.auth(), ServiceFixtures.persona()), Optional.empty(), ComponentResourceOptions.Empty));
        assertThat(deployment.result().errors()).isEmpty();
        return deployment;
    }

    private static Statement statement(RolePlan role, String sid) {
        return role.policies().get("own-data").statements().stream().filter(s -> s.sid().equals(sid)).findFirst().orElseThrow();
    }
}
