package dev.tandem.ops.failover;

import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.mesh.store.AwsFailures;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Follows a run of a machine to its end. */
public final class MachineRun {

    private static final int POLL_SECONDS = 2;
    private static final int BLIND = 30;

    private final SfnClient states;
    private final String arn;
    private long shown;

    /** @param arn of the execution */
    public MachineRun(SfnClient states, String arn) {
        this.states = states;
        this.arn = arn;
    }

    /**
     * How it ended.
     *
     * @param succeeded whether all was done
     * @param error     the machine's name for what went wrong, such as {@code GateRed}; empty when nothing did
     * @param cause     the same for people
     * @param seconds   how long it took
     */
    public record End(boolean succeeded, String error, String cause, long seconds) {}

    /**
     * Waits for its end. Looks that fail are repeated for a minute.
     *
     * @param step  hears each step, and when it began
     * @param pause waits so many seconds
     * @throws RouteSourceException when Step Functions can't be asked for a minute; the machine goes on nevertheless
     */
    public End follow(BiConsumer<String, Instant> step, IntConsumer pause) {
        int blind = 0;
        while (true) {
            try {
                DescribeExecutionResponse run = states.describeExecution(request -> request.executionArn(arn));
                events(step);
                blind = 0;
                if (run.status() != ExecutionStatus.RUNNING) {
                    Instant end = run.stopDate() == null ? Instant.now() : run.stopDate();
                    return new End(run.status() == ExecutionStatus.SUCCEEDED, run.error() == null ? "" : run.error(),
                            run.cause() == null ? String.valueOf(run.statusAsString()) : run.cause(),
                            Duration.between(run.startDate(), end).toSeconds());
                }
            } catch (SdkException failure) {
                if (++blind == BLIND) {
                    throw AwsFailures.explain("states:DescribeExecution", arn + " (it goes on)", failure);
                }
            }
            pause.accept(POLL_SECONDS);
        }
    }

    private void events(BiConsumer<String, Instant> step) {
        GetExecutionHistoryRequest.Builder request = GetExecutionHistoryRequest.builder().executionArn(arn)
                .maxResults(1000).includeExecutionData(false);
        while (true) {
            GetExecutionHistoryResponse page = states.getExecutionHistory(request.build());
            for (HistoryEvent event : page.events()) {
                if (event.id() > shown && event.stateEnteredEventDetails() != null) {
                    String name = event.stateEnteredEventDetails().name();
                    if (!name.startsWith("May ") && !name.endsWith("?") && !name.startsWith("Count ")) {
                        step.accept(name, event.timestamp());
                    }
                }
            }
            page.events().stream().mapToLong(HistoryEvent::id).max().ifPresent(last -> shown = Math.max(shown, last));
            if (page.nextToken() == null) {
                return;
            }
            request.nextToken(page.nextToken());
        }
    }
}
