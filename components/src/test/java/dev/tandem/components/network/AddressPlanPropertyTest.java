package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.components.network.SubnetPlan.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AddressPlanPropertyTest {

    @Property(tries = 200)
    void subnetsLieInTheVpcAndShareNothing(@ForAll("vpcs") Ipv4Cidr vpc, @ForAll("zones") List<String> zones) {
        List<SubnetPlan> subnets = plan(vpc, zones).subnets();
        assertThat(subnets).hasSize(3 * zones.size());
        for (SubnetPlan one : subnets) {
            assertThat(vpc.contains(one.cidr())).as("%s in %s", one, vpc).isTrue();
            assertThat(one.cidr().prefix()).isBetween(16, 28);
            for (SubnetPlan other : subnets) {
                if (!one.equals(other)) {
                    assertThat(one.cidr().overlaps(other.cidr())).as("%s and %s", one, other).isFalse();
                    assertThat(one.ipv6Index()).isNotEqualTo(other.ipv6Index());
                }
            }
        }
    }

    @Property(tries = 200)
    void aFurtherZoneMovesNoSubnet(@ForAll("vpcs") Ipv4Cidr vpc, @ForAll("zones") List<String> zones) {
        List<SubnetPlan> all = plan(vpc, List.of("eu-central-1a", "eu-central-1b", "eu-central-1c", "eu-central-1d")).subnets();
        assertThat(all).containsAll(plan(vpc, zones).subnets());
    }

    @Property(tries = 200)
    void theOrderOfZonesMakesNoDifference(@ForAll("vpcs") Ipv4Cidr vpc, @ForAll("zones") List<String> zones) {
        List<String> backwards = new ArrayList<>(zones);
        Collections.reverse(backwards);
        assertThat(plan(vpc, backwards)).isEqualTo(plan(vpc, zones));
    }

    @Property(tries = 200)
    void publicSubnetsHoldALoadBalancer(@ForAll("vpcs") Ipv4Cidr vpc, @ForAll("zones") List<String> zones) {
        // A load balancer asks for a subnet of /27 with eight free addresses.
        assertThat(plan(vpc, zones).subnets(Kind.PUBLIC)).allSatisfy(subnet ->
                assertThat(subnet.cidr().prefix()).isLessThanOrEqualTo(27));
    }

    private static NetworkPlan plan(Ipv4Cidr vpc, List<String> zones) {
        return NetworkPlan.of(new NetworkArgs("eu-central-1", "111122223333", vpc, zones, 1, Egress.ENDPOINTS, Set.of(), true,
                Optional.empty()));
    }

    @Property(tries = 200)
    void aSecondTierFindsItsPlaceFreeInEveryZone(@ForAll("vpcs") Ipv4Cidr vpc, @ForAll("zones") List<String> zones) {
        List<SubnetPlan> all = plan(vpc, zones).subnets();
        for (String zone : zones) {
            Ipv4Cidr free = AddressPlan.secondTier(vpc, zone);
            assertThat(vpc.contains(free)).isTrue();
            assertThat(free.prefix()).isEqualTo(vpc.prefix() + 4);
            assertThat(all).noneMatch(subnet -> subnet.cidr().overlaps(free));
        }
    }

    @Provide
    Arbitrary<Ipv4Cidr> vpcs() {
        return Combinators.combine(Arbitraries.integers().between(16, 22), Arbitraries.integers().between(0, (1 << 24) - 1))
                .as((prefix, low) -> new Ipv4Cidr((10L << 24 | low) >> (32 - prefix) << (32 - prefix), prefix));
    }

    @Provide
    Arbitrary<List<String>> zones() {
        return Arbitraries.of("eu-central-1a", "eu-central-1b", "eu-central-1c", "eu-central-1d")
                .set().ofMinSize(2).ofMaxSize(4).map((Set<String> set) -> List.copyOf(set));
    }
}
