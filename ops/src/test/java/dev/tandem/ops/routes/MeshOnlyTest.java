package dev.tandem.ops.routes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.mesh.route.RolledOutBy;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.OperationRefusedException;
import org.junit.jupiter.api.Test;

class MeshOnlyTest {

    private static final RouteDocument MESH = RouteDocument.builder("web").in("prod", "prod.example.org").version("stable", 100, 1).build();
    private static final RouteDocument ECS = MESH.toBuilder().rolledOutBy(RolledOutBy.ECS).build();

    @Test
    void aServiceOfTheMeshPasses() {
        for (MeshOnly each : MeshOnly.values()) {
            assertThatCode(() -> each.refuse(MESH, "it")).as(each.name()).doesNotThrowAnyException();
        }
    }

    @Test
    void aServiceThatEcsRollsOutIsRefusedWithTheReasonAndWhatToUseInstead() {
        for (MeshOnly each : MeshOnly.values()) {
            assertThatThrownBy(() -> each.refuse(ECS, "it")).as(each.name()).isInstanceOf(OperationRefusedException.class)
                    .hasMessageStartingWith("web: found it for a service that ECS rolls out (rollout in tandem:services), expected one that"
                            + " the mesh rolls out: ")
                    .hasMessageMatching(".*\\. Instead: [a-z].*");
        }
        assertThatThrownBy(() -> MeshOnly.SHARES.refuse(ECS, "canary"))
                .hasMessageEndingWith("deploy the image (pipeline/steps/deploy) and see how far ECS is with ./tandem rollout web");
        assertThatThrownBy(() -> MeshOnly.FAULTS.refuse(ECS, "--fault"))
                .hasMessageContaining("found --fault for").hasMessageContaining("start the experiment task-stop-web of tandem:chaos");
        assertThatThrownBy(() -> MeshOnly.ROLLBACK.refuse(ECS, "rollback"))
                .hasMessageEndingWith("Limits go back by ./tandem rollback web --to N");
    }
}
