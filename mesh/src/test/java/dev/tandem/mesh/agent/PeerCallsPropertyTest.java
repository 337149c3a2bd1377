package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PeerCallsPropertyTest {

    /** The objective: 95 % of the calls within 200 ms. */
    @Property
    void asManyTimesAreAboveTheObjectiveAsCallsToWithinOneValue(
            @ForAll @LongRange(max = 5_000) long quick, @ForAll @LongRange(max = 5_000) long slow) {
        List<Double> times = PeerCalls.times(Map.of(100.0, 0L, 200.0, quick, 250.0, slow));
        long all = quick + slow;
        assertThat(times).hasSize((int) Math.min(all, PeerCalls.MOST)).isSorted();
        long above = times.stream().filter(millis -> millis > 200).count();
        assertThat(above).isBetween((long) Math.floor(share(times.size(), slow, all)), (long) Math.ceil(share(times.size(), slow, all)));
        if (all <= PeerCalls.MOST) {
            assertThat(above).as("exact").isEqualTo(slow);
        }
    }

    private static double share(int size, long slow, long all) {
        return all == 0 ? 0 : (double) size * slow / all;
    }
}
