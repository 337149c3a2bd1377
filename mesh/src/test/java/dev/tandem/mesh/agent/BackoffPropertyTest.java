package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Pauses of a poll: never longer than the interval while all is well, never all the same, longer after failures, with an end. */
class BackoffPropertyTest {

    @Property(tries = 200)
    void isTheIntervalLessUpToAFifth(@ForAll @LongRange(min = 100, max = 600_000) long interval, @ForAll long seed) {
        Backoff backoff = new Backoff(interval, new Random(seed));
        Set<Long> pauses = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            long pause = backoff.next();
            assertThat(pause).isBetween(interval * 8 / 10, interval);
            pauses.add(pause);
        }
        assertThat(pauses).as("tasks that started together do not ask together").hasSizeGreaterThan(5);
    }

    @Property(tries = 200)
    void growsWithFailuresUpToTwelveIntervalsAndComesBack(
            @ForAll @LongRange(min = 100, max = 600_000) long interval, @ForAll @IntRange(min = 1, max = 200) int failures,
            @ForAll long seed) {
        Backoff backoff = new Backoff(interval, new Random(seed));
        for (int i = 0; i < failures; i++) {
            backoff.failed();
        }
        long times = failures >= 4 ? 12 : 1L << failures;
        assertThat(backoff.next()).isBetween(interval * times * 8 / 10, interval * times);
        backoff.succeeded();
        assertThat(backoff.next()).isLessThanOrEqualTo(interval);
    }
}
