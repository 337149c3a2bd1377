package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceRolloutTest {

    private static final Instant START = Instant.parse("2026-11-27T00:00:00Z");
    private static final ServiceRollout.Pace PACE = new ServiceRollout.Pace(Duration.ofSeconds(30), Duration.ofSeconds(15));
    private static final LiveRoute OLD = new LiveRoute(1, document("stable", 100, "canary", 0, 1));

    @Test
    void weightsOfWarmVersionsChangeAtOnce() {
        LiveRoute next = new LiveRoute(2, document("stable", 95, "canary", 5, 1));
        ServiceRollout rollout = ServiceRollout.first(OLD, START)
                .offered(next, START)
                .observed(members("stable", 2, "canary", 1), PACE, START);
        assertThat(rollout.routed()).isEqualTo(next);
        assertThat(rollout.waiting()).isFalse();
    }

    @Test
    void aNewVersionWaitsForTheMembersThatItAsksFor() {
        LiveRoute next = new LiveRoute(2, document("stable", 95, "canary", 5, 3));
        ServiceRollout waiting = ServiceRollout.first(OLD, START).offered(next, START);
        assertThat(waiting.besides()).containsExactly(next.document());
        assertThat(waiting.observed(members("stable", 2, "canary", 2), PACE, START).routed()).isEqualTo(OLD);
        assertThat(waiting.observed(members("stable", 2, "canary", 3), PACE, START).routed()).isEqualTo(next);
        assertThat(waiting.observed(members("stable", 2, "canary", 1), PACE, START.plusSeconds(31)).routed()).isEqualTo(next);
    }

    @Test
    void aVersionThatNeverHasMembersChangesNothing() {
        LiveRoute next = new LiveRoute(2, document("green", 100, "blue", 0, 1));
        ServiceRollout waiting = ServiceRollout.first(OLD, START).offered(next, START);
        ServiceRollout later = waiting.observed(members("stable", 2, "canary", 0), PACE, START.plusSeconds(3_600));
        assertThat(later.routed()).isEqualTo(OLD);
        assertThat(later.waiting()).isTrue();
        assertThat(later.offered(OLD, START).waiting()).as("the old document is live again").isFalse();
    }

    @Test
    void whereNobodyServesAnythingTheNewDocumentCannotMakeItWorse() {
        LiveRoute next = new LiveRoute(2, document("green", 100, "blue", 0, 1));
        assertThat(ServiceRollout.first(OLD, START).offered(next, START)
                .observed(new Members(Map.of()), PACE, START.plusSeconds(31)).routed()).isEqualTo(next);
    }

    @Test
    void whatLeavesKeepsItsClustersUntilTheDrainIsOver() {
        LiveRoute next = new LiveRoute(2, document("green", 100, "canary", 0, 1));
        ServiceRollout switched = ServiceRollout.first(OLD, START)
                .offered(next, START)
                .observed(members("green", 1, "stable", 1), PACE, START);
        assertThat(switched.besides()).singleElement()
                .satisfies(old -> assertThat(old.versions()).extracting("name").containsExactly("stable"));
        assertThat(switched.observed(members("green", 1, "stable", 1), PACE, START.plusSeconds(16)).besides()).isEmpty();
    }

    /** Else a request that was routed a moment ago finds no cluster, and is answered with 503. */
    @Test
    void whatACanaryReplacedKeepsItsClusterToo() {
        LiveRoute half = new LiveRoute(1, document("canary", 50, "stable", 50, 1));
        LiveRoute promoted = new LiveRoute(2, document("canary", 100, "stable", 0, 0));
        ServiceRollout switched = ServiceRollout.first(half, START)
                .offered(promoted, START)
                .observed(members("canary", 1, "stable", 1), PACE, START);
        assertThat(switched.routed()).isEqualTo(promoted);
        assertThat(switched.besides()).singleElement()
                .satisfies(old -> assertThat(old.versions()).extracting("name").containsExactly("stable"));
        assertThat(switched.observed(members("canary", 1, "stable", 1), PACE, START.plusSeconds(16)).besides()).isEmpty();
    }

    @Test
    void membersOfTheOtherRegionCount() {
        LiveRoute next = new LiveRoute(2, document("green", 100, "canary", 0, 1));
        Members remote = new Members(Map.of("auth-green@there", 1, "auth-green@here", 0));
        assertThat(ServiceRollout.first(OLD, START).offered(next, START).observed(remote, PACE, START).routed()).isEqualTo(next);
    }

    private static Members members(String one, int count, String other, int otherCount) {
        return new Members(Map.of("auth-" + one, count, "auth-" + other, otherCount));
    }

    private static RouteDocument document(String one, int weight, String other, int otherWeight, int minMembers) {
        return RouteDocument.builder("auth").in("prod", "example.org")
                .version(one, weight, 1).version(other, otherWeight, minMembers).build();
    }
}
