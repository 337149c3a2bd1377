package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SubnetCapacityPropertyTest {

    private static final List<String> TWO = List.of("eu-west-1a", "eu-west-1b");
    private static final List<String> THREE = List.of("eu-west-1a", "eu-west-1b", "eu-west-1c");

    @Property
    void whatFitsIntoTwoZonesFitsIntoThree(@ForAll @IntRange(min = 16, max = 22) int prefix,
            @ForAll @IntRange(min = 1, max = 5000) int tasks, @ForAll @IntRange(min = 0, max = 15) int endpoints) {
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
        assertThat(fits(Ipv4Cidr.parse("10.0.0.0/" + prefix), TWO, tasks, 4)).isEqualTo(2 * tasks + 4 <= privateSubnet);
    }

    @Example
    void namesBothNumbers() {
        assertThatCode(() -> SubnetCapacity.check(Ipv4Cidr.parse("10.20.0.0/22"), TWO, 59, 4)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SubnetCapacity.check(Ipv4Cidr.parse("10.20.0.0/22"), TWO, 60, 4)).hasMessage(
                "the network 10.20.0.0/22 offers 123 addresses to tasks when one of 2 zones is gone, but 60 tasks, twice during a"
                        + " deployment, and 4 endpoint interfaces need 124: choose a larger range, such as /21, more zones, or"
                        + " fewer tasks");
    }

    private static boolean fits(Ipv4Cidr vpc, List<String> zones, int tasks, int endpoints) {
        try {
            SubnetCapacity.check(vpc, zones, tasks, endpoints);
            return true;
        } catch (IllegalArgumentException tooSmall) {
            return false;
        }
    }
}
