package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SubnetCapacityPropertyTest {

    private static final List<String> TWO = List.of("eu-west-1a", "eu-west-1b");
    private static final List<String> THREE = List.of("eu-west-1a", "eu-west-1b", "eu-west-1c");

    @Property
    void whatFitsIntoTwoZonesFitsIntoThree(@ForAll @IntRange(min = 16, max = 22) int prefix,
            @ForAll @IntRange(min = 1, max = 5000) int tasks, @ForAll @IntRange(min = 1, max = 2) int endpoints) {
        Ipv4Cidr vpc = Ipv4Cidr.parse("10.0.0.0/" + prefix);
        if (fits(vpc, TWO, tasks, endpoints)) {
            assertThat(fits(vpc, THREE, tasks, endpoints)).isTrue();
            assertThat(fits(vpc, TWO, tasks - 1, endpoints)).isTrue();
        }
    }

    @Property
    void theAnswerIsWhatTheNumbersSay(@ForAll @IntRange(min = 16, max = 22) int prefix,
            @ForAll @IntRange(min = 1, max = 5000) int tasks) {
        int privateSubnet = (1 << (32 - prefix - 3)) - 5;
        assertThat(fits(Ipv4Cidr.parse("10.0.0.0/" + prefix), TWO, tasks, 1)).isEqualTo(2 * tasks + 4 <= privateSubnet);
    }

    @Example
    void namesBothNumbers() {
        assertThatCode(() -> SubnetCapacity.check(plan(Ipv4Cidr.parse("10.20.0.0/22"), TWO, 1), 59)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SubnetCapacity.check(plan(Ipv4Cidr.parse("10.20.0.0/22"), TWO, 1), 60)).hasMessage(
                "the network 10.20.0.0/22 offers 123 addresses to tasks when one of 2 zones is gone, but 60 tasks, twice during a"
                        + " deployment, and 4 endpoint interfaces need 124: choose a larger range, such as /21, more zones, or"
                        + " fewer tasks");
    }

    @Example
    void namesAnAdoptedNetworkAndBothNumbers() {
        ExistingNetwork.Subnet a = new ExistingNetwork.Subnet("subnet-a", Ipv4Cidr.parse("10.40.0.0/27"), "rtb-a");
        ExistingNetwork.Subnet b = new ExistingNetwork.Subnet("subnet-b", Ipv4Cidr.parse("10.40.0.32/28"), "rtb-b");
        NetworkPlan plan = NetworkPlan.of(new NetworkArgs("eu-west-1", "111122223333", Ipv4Cidr.parse("10.40.0.0/22"), TWO, 1,
                Egress.ENDPOINTS, Set.of(), false, Optional.of(new ExistingNetwork("vpc-1", Map.of(TWO.get(0), a, TWO.get(1), b),
                        Map.of(TWO.get(0), "subnet-c", TWO.get(1), "subnet-d"), Optional.empty()))));
        assertThatThrownBy(() -> SubnetCapacity.check(plan, 8)).hasMessage(
                "the private subnets of vpc-1 offer 11 addresses to tasks when one of 2 zones is gone, but 8 tasks, twice during a"
                        + " deployment, and 4 endpoint interfaces need 20: choose larger subnets, more zones, or fewer tasks");
    }

    private static NetworkPlan plan(Ipv4Cidr vpc, List<String> zones, int endpointZones) {
        return NetworkPlan.of(new NetworkArgs("eu-west-1", "111122223333", vpc, zones, endpointZones));
    }

    private static boolean fits(Ipv4Cidr vpc, List<String> zones, int tasks, int endpoints) {
        try {
            SubnetCapacity.check(plan(vpc, zones, endpoints), tasks);
            return true;
        } catch (IllegalArgumentException tooSmall) {
            return false;
        }
    }
}
