package dev.tandem.mesh.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouteChangeTest {

    private static final RouteDocument STABLE =
            Samples.auth().toBuilder().version("stable", 100, 1).version("canary", 0, 0).build();

    private static RouteDocument canaryAt(int percent) {
        return STABLE.toBuilder().version("stable", 100 - percent, 1).version("canary", percent, 1).build();
    }

    @Test
    @Covers(value = "R2.3", meshBackend = "envoy")
    void aCanaryStartsWithOneToFivePercent() {
        assertThat(IntStream.rangeClosed(1, 100).filter(percent ->
                RouteChecks.change(RouteChange.of(STABLE), canaryAt(percent)).isEmpty())).containsExactly(1, 2, 3, 4, 5);
        assertThat(RouteChecks.change(RouteChange.of(STABLE), canaryAt(6))).extracting(RouteProblem::toString)
                .containsExactly("versions[canary].weight: found a start from 0 to 6 %, expected a start with 1 to 5 %, then"
                        + " further steps; --force skips it");
    }

    @Test
    void furtherStepsAreFreeAndForceSkipsTheStart() {
        assertThat(RouteChecks.change(RouteChange.of(canaryAt(5)), canaryAt(50))).isEmpty();
        assertThat(RouteChecks.change(RouteChange.of(canaryAt(50)), canaryAt(100))).isEmpty();
        assertThat(RouteChecks.change(RouteChange.of(STABLE).withForce(true), canaryAt(100))).isEmpty();
    }

    @Test
    void aVersionThatWasUnknownStartsSmallToo() {
        RouteDocument next = STABLE.toBuilder().version("stable", 70, 1).version("beta", 30, 1).build();
        assertThat(RouteChecks.change(RouteChange.of(STABLE), next)).hasSize(1);
    }

    @Test
    void noShareForAVersionWithoutHealthyTasks() {
        RouteChange change = RouteChange.of(STABLE).withForce(true).withMembers(Map.of("stable", 2, "canary", 0));
        assertThat(RouteChecks.change(change, canaryAt(5))).extracting(RouteProblem::toString).containsExactly(
                "versions[canary].weight: found 5 % for auth-canary.svc.local with 0 healthy tasks, expected at least 1 before it"
                        + " gets a share: Envoy answers 503 for a version without members. Start its tasks first, or wait until"
                        + " they are healthy");
        assertThat(RouteChecks.change(change.withMembers(Map.of("stable", 2, "canary", 1)), canaryAt(5))).isEmpty();
    }

    @Test
    void theTrustDomainStaysWhileTheServiceIsLive() {
        RouteDocument moved = STABLE.toBuilder().in("prod", "new.example.org").build();
        assertThat(RouteChecks.change(RouteChange.of(STABLE).withForce(true), moved)).singleElement()
                .asString()
                .contains("trustDomain: found \"new.example.org\" where \"prod.example.org\" is live")
                .contains("To migrate: issue identities of the new domain");
        assertThat(RouteChecks.change(RouteChange.first(), moved)).isEmpty();
    }

    @Test
    void bothEndsOfACallKnowIt() {
        assertThat(RouteChecks.together(List.of(Samples.auth(), Samples.persona()))).isEmpty();
        RouteDocument closed = Samples.auth().toBuilder().callers(List.of()).build();
        assertThat(RouteChecks.together(List.of(closed, Samples.persona()))).extracting(RouteProblem::toString).containsExactly(
                "calls of persona: found auth, whose callers are [], expected auth to name persona among its callers");
        assertThat(RouteChecks.together(List.of(Samples.persona()))).extracting(RouteProblem::toString).containsExactly(
                "calls of persona: found the unknown service \"auth\", expected one of [persona]");
        assertThat(RouteChecks.together(List.of(Samples.auth()))).extracting(RouteProblem::toString).containsExactly(
                "callers of auth: found the unknown service \"persona\", expected one of [auth]");
    }

    @Test
    void oneTrustDomainForAll() {
        RouteDocument other = Samples.persona().toBuilder().in("prod", "other.example.org").build();
        assertThat(RouteChecks.together(List.of(Samples.auth(), other))).extracting(RouteProblem::toString).containsExactly(
                "trustDomain: found \"other.example.org\" of persona beside \"prod.example.org\" of auth, expected one trust"
                        + " domain for all services of an environment");
    }

    @Test
    void nobodyCallsInACircle() {
        RouteDocument auth = Samples.auth().toBuilder().calls(List.of("persona")).build();
        RouteDocument persona = Samples.persona().toBuilder().callers(List.of("auth")).build();
        assertThat(RouteChecks.together(List.of(auth, persona))).extracting(RouteProblem::toString).containsExactly(
                "calls: found a cycle, auth -> persona -> auth, expected calls without a cycle: retries and timeouts multiply"
                        + " along it. Turn one call into an event");
        assertThat(CallCycle.find(Map.of("a", List.of("b", "c"), "b", List.of("c"), "c", List.<String>of()))).isEmpty();
        assertThat(CallCycle.find(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"))))
                .contains(List.of("b", "c", "b"));
    }
}
