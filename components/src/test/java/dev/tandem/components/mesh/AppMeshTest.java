package dev.tandem.components.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.components.testing.RecordedDeployment.Registration;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same services as resources of AWS App Mesh, as plan and as registrations. */
class AppMeshTest {

    private static final String NODE = "aws:appmesh/virtualNode:VirtualNode";
    private static final String ROUTE = "aws:appmesh/route:Route";

    private static RecordedDeployment deployment;

    private static MeshServiceArgs.Builder service(String name) {
        return MeshServiceArgs.builder(name).team("identity").image("tandem/prod/" + name + ":1.4.2")
                .sidecarImages("tandem/prod/envoy:1.40.0", "tandem/prod/collector:0.45.1").path("/api/" + name);
    }

    private static Map<String, RouteDocument> documents(int canary) {
        Map<String, RouteDocument> documents = new TreeMap<>(DeclaredRoutes.of("prod",
                DeclaredRoutes.trustDomain("tandem", "prod"),
                List.of(service("auth").callers("persona").build(), service("persona").build())));
        documents.computeIfPresent("auth", (name, auth) -> auth.toBuilder()
                .version("stable", 100 - canary, 1).version("canary", canary, canary == 0 ? 0 : 1).build());
        return documents;
    }

    private static RecordedDeployment deploy(int canary) {
        return deploy(canary, MeshCertificates.files());
    }

    private static RecordedDeployment deploy(int canary, MeshCertificates certificates) {
        return RecordedDeployment.of("eu-central-1", ctx -> {
            Provider region = new Provider("region", ProviderArgs.builder().region("eu-central-1").build());
            new AppMesh("mesh", AppMeshPlan.of("tandem-prod", documents(canary)), certificates,
                    ComponentResourceOptions.builder().providers(region).build());
        });
    }

    @BeforeAll
    static void declare() {
        deployment = deploy(5);
    }

    @Test
    void thePlanIsTheGolden() {
        Golden.assertMatches("app-mesh-plan.json", AppMeshPlan.of("tandem-prod", documents(5)));
    }

    @Test
    void declaresEveryResourceOfAMesh() {
        assertThat(deployment.result().errors()).isEmpty();
        assertThat(deployment.custom()).extracting(Registration::type).containsOnly(
                "aws:appmesh/mesh:Mesh", NODE, "aws:appmesh/virtualRouter:VirtualRouter", ROUTE,
                "aws:appmesh/virtualService:VirtualService", "aws:appmesh/virtualGateway:VirtualGateway",
                "aws:appmesh/gatewayRoute:GatewayRoute");
        assertThat(deployment.get("aws:appmesh/mesh:Mesh", "mesh-mesh").inputs())
                .containsEntry("spec", Map.of("egressFilter", Map.of("type", "DROP_ALL")));
        assertThat(deployment.ofType(NODE)).hasSize(4);
    }

    @Test
    @Covers(value = {"R2.1", "R2.2"}, evidence = Covers.Evidence.DESIGNED, meshBackend = "app-mesh")
    void bothSidesShowCertificatesAndNameEachOther() {
        Map<String, Object> auth = spec(NODE, "mesh-auth-stable");
        assertThat(auth.toString()).contains("mode=STRICT").contains("exacts=[spiffe://prod.tandem.internal/ns/prod/svc/persona,"
                + " spiffe://prod.tandem.internal/ns/prod/svc/edge]");
        assertThat(spec(NODE, "mesh-persona-stable").get("backendDefaults").toString()).contains("enforce=true")
                .contains("exacts=[spiffe://prod.tandem.internal/ns/prod/svc/auth]").contains("privateKey=/certs/key.pem");
        assertThat(spec(NODE, "mesh-persona-stable").get("backends").toString()).contains("auth.svc.local");
    }

    /** Only how servers are checked: App Mesh takes no client certificate from ACM. */
    @Test
    @Covers(value = "R2.1", evidence = Covers.Evidence.DESIGNED, meshBackend = "app-mesh")
    void serversAreCheckedAgainstAPrivateCaOfAcmWhereThereIsOne() {
        String ca = "arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
        Map<String, Object> persona =
                spec(deploy(5, MeshCertificates.files().checkedBy(ca)), NODE, "mesh-persona-stable");
        assertThat(persona.get("backendDefaults").toString()).contains("acm={certificateAuthorityArns=[" + ca + "]}")
                .contains("enforce=true").contains("privateKey=/certs/key.pem");
        assertThat(persona.get("listeners").toString()).contains("certificateChain=/certs/bundle.pem").doesNotContain(ca);
    }

    @Test
    @Covers(value = {"R4.5", "R2.3", "R2.4"}, evidence = Covers.Evidence.DESIGNED, meshBackend = "app-mesh")
    void sharesRequestsByWeightWithRetriesTimeoutsAndLimits() {
        assertThat(spec(ROUTE, "mesh-auth").toString()).contains("weight=5.0").contains("weight=95.0").contains("maxRetries=1.0")
                .contains("perRequest={unit=ms, value=2000.0}");
        assertThat(spec(NODE, "mesh-auth-stable").get("listeners").toString()).contains("maxConnections=100.0")
                .contains("maxServerErrors=5.0");
    }

    @Test
    @Covers(value = "R6.4", evidence = Covers.Evidence.DESIGNED, meshBackend = "app-mesh")
    void aRollbackChangesTheWeightsOfOneRouteOnly() {
        RecordedDeployment back = deploy(0);
        List<String> changed = deployment.custom().stream()
                .filter(one -> !one.inputs().equals(back.get(one.type(), one.name()).inputs()))
                .map(Registration::name)
                .toList();
        assertThat(changed).containsExactly("mesh-auth");
        assertThat(spec(back, ROUTE, "mesh-auth").toString()).contains("weight=100.0").contains("weight=0.0");
    }

    private static Map<String, Object> spec(String type, String name) {
        return spec(deployment, type, name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> spec(RecordedDeployment from, String type, String name) {
        return (Map<String, Object>) from.get(type, name).inputs().get("spec");
    }
}
