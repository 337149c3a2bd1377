package dev.tandem.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperatorTest {

    private static final String DATE = "Fri, 27 Nov 2026 03:00:00 GMT";

    @Test
    void aClockThatIsOffByMoreThanHalfAMinuteIsRefused() {
        assertThat(Operator.skew(DATE, Instant.parse("2026-11-27T03:00:30Z"))).isEmpty();
        assertThat(Operator.skew(DATE, Instant.parse("2026-11-27T02:59:30Z"))).isEmpty();
        assertThat(Operator.skew(DATE, Instant.parse("2026-11-27T03:01:35Z")).orElseThrow())
                .startsWith("this machine's clock is 95 s ahead of AWS's, expected at most 30 s");
        assertThat(Operator.skew(DATE, Instant.parse("2026-11-27T02:00:00Z")).orElseThrow()).contains("3600 s behind AWS's");
        assertThat(Operator.skew("yesterday", Instant.now())).isEmpty();
    }
}
