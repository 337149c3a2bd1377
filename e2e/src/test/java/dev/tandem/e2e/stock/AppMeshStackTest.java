package dev.tandem.e2e.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.stock.EngineEvents.PolicyFinding;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The stack on App Mesh under the stock CLI with the simulated provider: refused, waived, applied, rolled back. */
@NeedsTools(Tools.STOCK_CLI)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppMeshStackTest {

    private static final String FILE = "Pulumi.eu-central-1.yaml";
    private static final String BEFORE = "  tandem:sidecars:";
    private static final String MESH = "  tandem:mesh: {backend: app-mesh, canaryPercent: {auth: %d}}\n" + BEFORE;
    private static final String WAIVERS = """
            waivers:
              - finding: retired-services
                urn: "urn:pulumi:*::tandem::*aws:appmesh/*"
                reason: The migration away from App Mesh is planned, nothing of this is deployed
                owner: platform@tandem.example
                until: 2099-12-31
            """;

    private static ScratchClone clone;
    private static StockCli cli;
    private static String plain;

    @BeforeAll
    static void start() {
        clone = SharedClone.get();
        cli = new StockCli(clone);
        plain = clone.replace(FILE, BEFORE, MESH.formatted(5));
    }

    @AfterAll
    static void putBack() throws IOException {
        clone.write(FILE, plain);
        Files.deleteIfExists(clone.root().resolve("waivers.yaml"));
    }

    @Test
    @Order(1)
    @Covers(value = "R2.1", evidence = Covers.Evidence.DESIGNED, meshBackend = "app-mesh")
    void isRefusedForEveryResourceOfTheEndedService() {
        StockCli.Outcome refused = cli.preview(Stacks.PRIMARY);
        assertThat(refused.exit()).isNotZero();
        List<PolicyFinding> retired = retired(refused);
        List<String> planned = refused.events().resources().stream().filter(urn -> urn.contains("aws:appmesh/")).toList();
        assertThat(retired).extracting(PolicyFinding::urn).containsExactlyInAnyOrderElementsOf(planned);
        assertThat(retired).allSatisfy(finding -> {
            assertThat(finding.level()).isEqualTo("mandatory");
            assertThat(finding.message()).contains("2026-09-30");
        });
        assertThat(planned.stream().map(EngineEvents::type).collect(Collectors.toSet())).containsExactlyInAnyOrder(
                "aws:appmesh/mesh:Mesh", "aws:appmesh/virtualNode:VirtualNode", "aws:appmesh/virtualRouter:VirtualRouter",
                "aws:appmesh/route:Route", "aws:appmesh/virtualService:VirtualService",
                "aws:appmesh/virtualGateway:VirtualGateway", "aws:appmesh/gatewayRoute:GatewayRoute");
    }

    @Test
    @Order(2)
    @Covers(value = {"R2.3", "R6.4"}, evidence = Covers.Evidence.SIMULATED, meshBackend = "app-mesh")
    void whenWaivedItSharesByWeightAndARollbackIsAChangeOfTheWeightsAlone() {
        clone.write("waivers.yaml", WAIVERS);
        StockCli.Outcome applied = cli.up(Stacks.PRIMARY);
        assertThat(retired(applied)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.level()).isEqualTo("advisory");
            assertThat(finding.message()).contains("2099-12-31", "platform@tandem.example");
        });
        assertThat(applied.exit()).as(applied.text()).isZero();
        String route = applied.events().resources("create").stream()
                .filter(urn -> urn.endsWith("aws:appmesh/route:Route::mesh-auth")).findFirst().orElseThrow();
        assertThat(applied.events().inputs(route)).contains("\"weight\":95", "\"weight\":5", "auth-stable", "auth-canary");

        clone.write(FILE, plain.replace(BEFORE, MESH.formatted(0)));
        StockCli.Outcome back = cli.preview(Stacks.PRIMARY);
        assertThat(back.exit()).as(back.text()).isZero();
        assertThat(back.events().changes()).containsEntry("update", 1).doesNotContainKeys("create", "delete", "replace");
        assertThat(back.events().resources("update")).containsExactly(route);
        assertThat(back.events().inputs(route)).contains("\"weight\":100", "\"weight\":0");
    }

    private static List<PolicyFinding> retired(StockCli.Outcome outcome) {
        return outcome.events().findings().stream().filter(finding -> finding.policy().equals("retired-services")).toList();
    }
}
