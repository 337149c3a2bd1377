package dev.tandem.ops.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.ops.canary.Verdict.Colour;
import dev.tandem.requirements.Covers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** How far back a gate looks, on an access log that gives it so many lines a page. */
class AccessLogGateTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final int PAGE = 1000;

    private int calls;

    /** One answer every so often, the last at the moment: slow ones are older than ten minutes. */
    private Verdict judged(Duration every, Duration soak) {
        Instant since = NOW.minus(soak);
        List<FilteredLogEvent> all = Stream.iterate(NOW, at -> at.isAfter(since), at -> at.minus(every)).map(at -> FilteredLogEvent.builder()
                .timestamp(at.toEpochMilli()).message("{\"kind\":\"access\",\"listener\":\"mesh\",\"service\":\"auth\",\"version\":\"canary\","
                        + "\"status\":200,\"millis\":" + (at.isBefore(NOW.minus(Duration.ofMinutes(10))) ? 900 : 10) + ",\"time\":\"" + at + "\"}")
                .build()).toList();
        CloudWatchLogsClient logs = new CloudWatchLogsClient() {
            @Override
            public FilterLogEventsResponse filterLogEvents(FilterLogEventsRequest request) {
                calls++;
                int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
                List<FilteredLogEvent> found = all.stream().filter(event -> event.timestamp() >= request.startTime()
                        && event.timestamp() <= request.endTime()).sorted((a, b) -> Long.compare(a.timestamp(), b.timestamp())).toList();
                int to = Math.min(found.size(), from + PAGE);
                return FilterLogEventsResponse.builder().events(found.subList(from, to))
                        .nextToken(to < found.size() ? String.valueOf(to) : null).build();
            }

            @Override
            public String serviceName() {
                return "logs";
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        CanarySettings settings = new CanarySettings(List.of(5), soak.toSeconds(), 200, 1000, 1, 20, List.of(), List.of());
        CanaryRun run = CanaryRun.fresh("auth", "canary", "stable", settings, 1, "", "anna").soaking(since);
        return new AccessLogGate(logs, "/tandem/prod/auth", Clock.fixed(NOW, ZoneOffset.UTC)).look(run);
    }

    /** An answer every four minutes: twenty of them are older than twenty pages of a minute each. */
    @Test
    @Covers("R6.5")
    void aServiceWithFewRequestsIsJudgedByAllOfThem() {
        Verdict seen = judged(Duration.ofMinutes(4), Duration.ofHours(2));
        assertThat(seen.text()).startsWith("30 answers, P95 900 ms (limit 200)");
        assertThat(seen.colour()).isEqualTo(Colour.RED);
        assertThat(calls).isLessThan(10);
    }

    @Test
    @Covers("R6.5")
    void aBusyServiceIsJudgedByWhatItDoesNow() {
        Verdict seen = judged(Duration.ofMillis(40), Duration.ofHours(2));
        assertThat(calls).as("pages").isEqualTo(20);
        assertThat(seen.colour()).as(seen.text()).isEqualTo(Colour.GREEN);
    }
}
