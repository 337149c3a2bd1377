package dev.tandem.components.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.components.testing.Golden;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailoverPlanTest {

    private static FailoverPlan plan(String secondaryCidr, Optional<PeerOutputs> peer) {
        return FailoverPlan.of(PairFixtures.args(), "tandem", "prod", secondaryCidr, peer);
    }

    @Test
    @Covers(value = "R1.2", evidence = Covers.Evidence.DESIGNED)
    void isWhatTheGoldenFileSays() {
        Golden.assertMatches("failover-plan.json", plan("10.30.0.0/16", Optional.of(PairFixtures.peer())));
    }

    @Test
    void isOwnedByTheSecondaryAndLeavesThePeeringOutWithoutPeer() {
        FailoverPlan plan = plan("10.30.0.0/16", Optional.empty());

        assertThat(plan.owner()).isEqualTo("eu-west-1");
        assertThat(plan.peering()).isEmpty();
        assertThat(plan.targets()).containsExactly(
                new FailoverPlan.Target("eu-central-1", 100), new FailoverPlan.Target("eu-west-1", 0));
    }

    @Test
    void usesTheZonesOwnNameWithoutHost() {
        FailoverArgs apex = FailoverArgs.of("eu-central-1", "eu-west-1", "tandem.example.com", "",
                EdgeCheck.every30Seconds("/"), PairFixtures.services(), Map.of());
        assertThat(FailoverPlan.of(apex, "tandem", "prod", "10.30.0.0/16", Optional.empty()).record())
                .isEqualTo("tandem.example.com");
    }

    @Test
    void refusesRangesThatOverlap() {
        assertThatThrownBy(() -> plan("10.20.128.0/17", Optional.of(PairFixtures.peer())))
                .hasMessage("the VPC ranges of the regions overlap: 10.20.0.0/16 in eu-central-1 and 10.20.128.0/17 in"
                        + " eu-west-1; peered ranges must share no address, such as 10.20.0.0/16 and 10.30.0.0/16");
    }

    @Test
    void refusesAPeerOfAnotherRegion() {
        PeerOutputs elsewhere = new PeerOutputs("eu-north-1", "vpc", "10.20.0.0/16", List.of("rtb"), "alb", "Z", PairFixtures.KEY);
        assertThatThrownBy(() -> plan("10.30.0.0/16", Optional.of(elsewhere)))
                .hasMessage("the peer's stack is deployed in eu-north-1, but the primary region is eu-central-1: name the"
                        + " primary's stack as peer");
    }

    @ParameterizedTest
    @CsvSource({"0,0,primaryWeight is 0", "256,0,primaryWeight is 256", "100,-1,secondaryWeight is -1",
        "100,256,secondaryWeight is 256"})
    void refusesAbsurdWeights(int primary, int secondary, String message) {
        assertThatThrownBy(() -> new FailoverArgs("eu-central-1", "eu-west-1", "tandem.example.com", "api", primary, secondary,
                        EdgeCheck.every30Seconds("/"), PairFixtures.services(), true, true, Map.of()))
                .hasMessageContaining(message)
                .hasMessageEndingWith("to 255");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> FailoverArgs.of("eu-central-1", "eu-central-1", "tandem", "a.b",
                        EdgeCheck.every30Seconds("/"), List.of(), Map.of()))
                .hasMessage("FailoverPair arguments: secondaryRegion is \"eu-central-1\", expected a region such as eu-west-1,"
                        + " another than the primary eu-central-1; domain is \"tandem\", expected a domain name such as"
                        + " \"tandem.example.com\"; host is \"a.b\", expected one label such as \"api\", or nothing;"
                        + " services is \"0 services\", expected at least 1 that can move");
    }

    @Test
    void refusesChecksThatRoute53DoesNotHave() {
        assertThatThrownBy(() -> new EdgeCheck("/", 20, 3))
                .hasMessage("health check interval is 20 s, Route 53 has only [10, 30] s");
        assertThatThrownBy(() -> new EdgeCheck("/", 30, 11)).hasMessage("health check fails after 11 checks, expected 1 to 10");
        assertThatThrownBy(() -> new EdgeCheck("healthz", 30, 3))
                .hasMessage("health check path is \"healthz\", expected an absolute path such as \"/api/auth/healthz\"");
    }
}
