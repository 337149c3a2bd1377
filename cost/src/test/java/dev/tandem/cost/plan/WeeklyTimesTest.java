package dev.tandem.cost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyTimesTest {

    private static final int DAY = 24 * 60;

    @Test
    void readsDailyTimes() {
        assertThat(WeeklyTimes.of("cron(30 7 * * ? *)").orElseThrow()).hasSize(7).startsWith(450, DAY + 450);
        assertThat(WeeklyTimes.of("cron(0 7 * * *)").orElseThrow()).hasSize(7);
    }

    @Test
    void readsDaysListsRangesAndSteps() {
        assertThat(WeeklyTimes.of("cron(0 8 ? * MON-FRI *)").orElseThrow())
                .isEqualTo(List.of(DAY + 480, 2 * DAY + 480, 3 * DAY + 480, 4 * DAY + 480, 5 * DAY + 480));
        assertThat(WeeklyTimes.of("cron(0 8 ? * SUN,7 *)").orElseThrow()).isEqualTo(List.of(480, 6 * DAY + 480));
        assertThat(WeeklyTimes.of("cron(0 8 ? * FRI-SUN *)").orElseThrow())
                .isEqualTo(List.of(480, 5 * DAY + 480, 6 * DAY + 480));
        assertThat(WeeklyTimes.of("cron(0 0/12 ? * 1 *)").orElseThrow()).isEqualTo(List.of(0, 720));
    }

    @Test
    void knowsWhatItCannotRead() {
        assertThat(WeeklyTimes.of("rate(1 hour)")).isEmpty();
        assertThat(WeeklyTimes.of("at(2026-12-24T07:00:00)")).isEmpty();
        assertThat(WeeklyTimes.of("cron(0 7 1 * ? *)")).isEmpty();
        assertThat(WeeklyTimes.of("cron(0 25 * * ? *)")).isEmpty();
        assertThat(WeeklyTimes.of("cron(x 7 * * ? *)")).isEmpty();
        assertThat(WeeklyTimes.of("cron(0 7 ? * 2#1 *)")).isEmpty();
    }
}
