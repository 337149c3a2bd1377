package dev.tandem.policies.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the calendars say, and that each of their lines can be looked up. */
class EngineCalendarTest {

    @Test
    void every_entry_has_a_day_or_none_and_a_page() {
        EngineCalendar.ALL.forEach(calendar -> {
            assertThat(calendar.source()).as(calendar.type()).startsWith("https://");
            assertThat(calendar.versions()).as(calendar.type()).isNotEmpty();
            calendar.versions().forEach((version, day) -> assertThat(
                    day.isEmpty() || LocalDate.parse(day).isAfter(LocalDate.EPOCH)).as(calendar.type() + " " + version).isTrue());
        });
    }

    @Test
    void no_calendar_is_kept_twice() {
        Set<String> seen = new HashSet<>();
        EngineCalendar.ALL.forEach(c -> assertThat(seen.add(c.type() + c.paths() + c.engine())).as(c.type() + " " + c.engine()).isTrue());
    }

    @Test
    void a_version_is_found_by_its_beginning_up_to_a_mark() {
        EngineCalendar kubernetes = of("aws:eks/cluster:Cluster");
        assertThat(kubernetes.entry("1.33")).hasValueSatisfying(e -> assertThat(e.getValue()).isEqualTo("2026-07-29"));
        assertThat(kubernetes.entry("1.3")).isEmpty();
        assertThat(kubernetes.entry("1.331")).isEmpty();
        assertThat(of("aws:msk/cluster:Cluster").entry("2.8.2.tiered")).isPresent();
        assertThat(of("aws:glue/job:Job").entry("")).isEmpty();
    }

    private static EngineCalendar of(String type) {
        return EngineCalendar.ALL.stream().filter(c -> c.type().equals(type)).findFirst().orElseThrow();
    }
}
