package dev.tandem.mesh.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteDiffTest {

    @Test
    void saysEveryLeafThatDiffers() {
        RouteDocument next = Samples.auth().toBuilder()
                .version("stable", 50, 2)
                .version("canary", 50, 1)
                .callers(List.of("billing"))
                .mirror(Optional.of(new Mirror("canary", 10)))
                .build();
        assertThat(RouteDiff.between(Samples.auth(), next).human()).isEqualTo("""
                callers[billing]: none -> billing
                callers[persona]: persona -> none
                mirror.percent: none -> 10
                mirror.version: none -> canary
                versions[canary].weight: 5 -> 50
                versions[stable].weight: 95 -> 50""");
        assertThat(RouteDiff.between(Samples.auth(), next).json().get(4).toString())
                .isEqualTo("{\"path\":\"versions[canary].weight\",\"before\":\"5\",\"after\":\"50\"}");
    }

    @Test
    void saysThatEcsRollsOutAndThatTheStackHasASay() {
        RouteDocument declared = Samples.persona().toBuilder().rolledOutBy(RolledOutBy.ECS).build();
        RouteDocument live = DeclaredPart.applied(Samples.persona(), declared);
        assertThat(RouteDiff.between(Samples.persona(), live).human()).isEqualTo("rolledOutBy: none -> ecs");
        assertThat(DeclaredPart.applied(live, Samples.persona())).as("and back").isEqualTo(Samples.persona());
    }

    @Test
    void nothingDiffers() {
        assertThat(RouteDiff.between(Samples.full(), Samples.full()).human()).isEqualTo("no change");
        assertThat(RouteDiff.first(Samples.full()).isEmpty()).isFalse();
    }
}
