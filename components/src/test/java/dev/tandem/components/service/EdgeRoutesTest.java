package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdgeRoutesTest {

    @Test
    @Covers(value = "R4.2", evidence = Covers.Evidence.DESIGNED)
    void anotherServiceDoesNotRenumberTheOthers() {
        EdgeRoutes before = EdgeRoutes.of(Map.of("auth", "/api/auth"));
        EdgeRoutes after = EdgeRoutes.of(Map.of("auth", "/api/auth", "persona", "/api/persona"));

        assertThat(after.priority("/api/auth")).isEqualTo(before.priority("/api/auth"));
        assertThat(after.priority("/api/persona")).isNotEqualTo(after.priority("/api/auth"));
    }

    @Test
    void twoPathsOfOneHashMoveApart() {
        assertThat("/a~".hashCode()).isEqualTo("/b_".hashCode());
        EdgeRoutes routes = EdgeRoutes.of(Map.of("one", "/a~", "two", "/b_"));
        assertThat(routes.priority("/b_") - routes.priority("/a~")).isEqualTo(1);
    }

    @Test
    void refusesAPathClaimedByTwoServices() {
        assertThatThrownBy(() -> EdgeRoutes.of(Map.of("persona", "/api/auth", "auth", "/api/auth")))
                .hasMessage("path /api/auth is claimed by two services, auth and persona: a path belongs to one service,"
                        + " choose another for one of them");
    }

    @Test
    void refusesPathsItCannotServe() {
        for (String path : new String[] {"", "/", "api", "/Api", "/api//auth", "/api/*", "/api/auth/"}) {
            assertThatThrownBy(() -> EdgeRoutes.of(Map.of("auth", path)))
                    .as(path)
                    .hasMessageStartingWith("service auth has the path \"" + path + "\": expected 1 to 10");
        }
    }

    @Test
    void namesThePathsItKnows() {
        assertThatThrownBy(() -> EdgeRoutes.of(Map.of("auth", "/api/auth")).priority("/api/persona"))
                .hasMessage("path /api/persona has no priority: the paths of the load balancer are [/api/auth]; name it when"
                        + " they are put together");
    }
}
