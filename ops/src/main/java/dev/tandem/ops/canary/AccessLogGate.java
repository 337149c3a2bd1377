package dev.tandem.ops.canary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.mesh.store.AwsFailures;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;

/**
 * P95, P99 and errors of the canary's own answers, from its access log in CloudWatch: the metrics of the load balancer mix the
 * versions, and a metric per version would cost 0.30 USD a month each.
 */
public final class AccessLogGate implements Gate {

    /** A page is 1 MB or 10,000 lines at most; so many answers say enough. */
    private static final int PAGES = 20;

    /**
     * Newest first, in slices, so that a busy service is judged by what it does now. The next slice is twice as long while one page holds
     * one: the pages of a service with few requests reach back to where its share was set.
     */
    private static final long SLICE_MILLIS = 60_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CloudWatchLogsClient logs;
    private final String group;
    private final Clock clock;

    /** @param group log group of the service's tasks, {@code /PROJECT/ENVIRONMENT/SERVICE} */
    public AccessLogGate(CloudWatchLogsClient logs, String group, Clock clock) {
        this.logs = logs;
        this.group = group;
        this.clock = clock;
    }

    @Override
    public Verdict look(CanaryRun run) {
        List<Answers.One> seen = new ArrayList<>();
        int pages = 0;
        long end = clock.millis() + 1;
        long slice = SLICE_MILLIS;
        while (end > run.since() && pages < PAGES) {
            long start = Math.max(run.since(), end - slice);
            int read = slice(run, start, end, PAGES - pages, seen);
            slice = read == 1 ? 2 * slice : SLICE_MILLIS;
            pages += read;
            end = start;
        }
        return Answers.of(seen).judge(run.settings());
    }

    private int slice(CanaryRun run, long start, long end, int most, List<Answers.One> seen) {
        FilterLogEventsRequest.Builder request = FilterLogEventsRequest.builder()
                .logGroupName(group)
                .startTime(start)
                .endTime(end)
                .filterPattern("{ $.kind = \"access\" && $.listener = \"mesh\" && $.version = \"" + run.version() + "\" }");
        try {
            for (int page = 1; ; page++) {
                FilterLogEventsResponse response = logs.filterLogEvents(request.build());
                response.events().stream()
                        .filter(event -> event.timestamp() >= start && event.timestamp() < end)
                        .forEach(event -> answer(event.message(), run).ifPresent(seen::add));
                if (response.nextToken() == null || page == most) {
                    return page;
                }
                request.nextToken(response.nextToken());
            }
        } catch (SdkException failure) {
            throw AwsFailures.explain("logs:FilterLogEvents", "log group " + group, failure);
        }
    }

    private static Optional<Answers.One> answer(String line, CanaryRun run) {
        try {
            JsonNode json = JSON.readTree(line);
            boolean old = began(json).filter(at -> at.toEpochMilli() < run.since()).isPresent();
            boolean his = !old && json.path("kind").asText().equals("access") && json.path("listener").asText().equals("mesh")
                    && json.path("service").asText().equals(run.service()) && json.path("version").asText().equals(run.version());
            return his ? Optional.of(new Answers.One(json.path("status").asInt(), json.path("millis").asDouble())) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** Envoy writes its log some seconds late: what began before the share was set says nothing of the share. */
    private static Optional<Instant> began(JsonNode line) {
        try {
            return Optional.of(Instant.parse(line.path("time").asText()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
