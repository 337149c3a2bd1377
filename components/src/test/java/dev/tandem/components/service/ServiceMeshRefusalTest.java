package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong between services is refused before the first of them is declared. */
class ServiceMeshRefusalTest {

    private static void refused(String message, MeshServiceArgs... services) {
        RecordedDeployment deployment = RecordedDeployment.of("eu-central-1", ctx -> ServiceMesh.create(
                FoundationFixture.in("eu-central-1", "10.20.0.0/16"), List.of(services), ComponentResourceOptions.Empty));

        assertThat(deployment.result().exceptions()).extracting(Throwable::getMessage)
                .anyMatch(text -> text.contains(message));
        assertThat(deployment.all()).isEmpty();
    }

    @Test
    void twoOfOneName() {
        refused("two services are named auth: a name is used once in a region",
                ServiceFixtures.minimal("auth").build(), ServiceFixtures.minimal("auth").build());
    }

    @Test
    void twoOfOnePath() {
        refused("path /api/auth is claimed by two services, auth and persona",
                ServiceFixtures.minimal("persona").path("/api/auth").build(),
                ServiceFixtures.minimal("auth").path("/api/auth").build());
    }

    @Test
    void aCircleOfCalls() {
        refused("services call each other in a circle, auth -> persona -> auth: expected calls without one",
                ServiceFixtures.minimal("auth").callers("persona").build(),
                ServiceFixtures.minimal("persona").callers("auth").build());
    }

    @Test
    void aCallerThatIsNotThere() {
        refused("service auth names the caller \"persona\", which is no service of this region: expected one of [auth]",
                ServiceFixtures.minimal("auth").callers("persona").build());
    }
}
