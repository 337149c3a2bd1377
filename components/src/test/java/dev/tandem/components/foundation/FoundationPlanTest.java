package dev.tandem.components.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.components.edge.EdgePlan;
import dev.tandem.components.network.TrafficRule;
import dev.tandem.components.network.TrafficRule.Direction;
import dev.tandem.components.testing.Golden;
import dev.tandem.requirements.Covers;
import org.junit.jupiter.api.Test;

class FoundationPlanTest {

    private static final FoundationPlan PRIMARY = FoundationPlan.of(FoundationSamples.primary().build());
    private static final FoundationPlan SECONDARY = FoundationPlan.of(FoundationSamples.secondary().build());

    @Test
    @Covers("R1.1")
    void isWhatTheGoldenFilesSay() {
        Golden.assertMatches("foundation-eu-central-1.json", PRIMARY);
        Golden.assertMatches("foundation-eu-west-1.json", SECONDARY);
    }

    @Test
    void onlyTheOwnerHasTheAuditTrail() {
        assertThat(PRIMARY.trail()).isEmpty();
        assertThat(SECONDARY.trail()).get().extracting(AuditTrailPlan::trailArn)
                .isEqualTo("arn:aws:cloudtrail:eu-west-1:111122223333:trail/tandem-prod");
    }

    @Test
    @Covers("R8.3")
    void theWorldReachesTheLoadBalancerOnlyAndItReachesTheEdgePortOnly() {
        assertThat(PRIMARY.edge().rules()).extracting(TrafficRule::direction, TrafficRule::port, TrafficRule::cidr)
                .containsExactly(
                        tuple(Direction.IN, 443, "0.0.0.0/0"),
                        tuple(Direction.IN, 80, "0.0.0.0/0"),
                        tuple(Direction.OUT, 8443, "10.20.0.0/16"));
        assertThat(PRIMARY.edge().tlsPolicy()).isEqualTo(EdgePlan.TLS_POLICY);
    }

    @Test
    void repositoriesHaveOneNameInBothRegions() {
        assertThat(PRIMARY.repositories()).isEqualTo(SECONDARY.repositories()).containsEntry("auth", "tandem/prod/auth");
    }

    @Test
    @Covers("R7.3")
    void theBudgetWarnsBeforeItIsSpent() {
        assertThat(PRIMARY.alerts().budgetUsd()).isEqualTo("111.86");
        assertThat(PRIMARY.alerts().thresholds()).containsExactly(50, 80, 100);
        assertThat(PRIMARY.alerts().forecasts()).containsExactly(80, 100);
    }
}
