package dev.tandem.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/** Stands in for the log driver {@code awslogs}: what a container writes is in its log group as well, where gates of a canary read it. */
final class LocalLogDriver implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;

    /** An event and the 26 bytes that are counted besides. Source: CloudWatch Logs API reference, PutLogEvents (limits of awslogs). */
    private static final int MOST_BYTES = 256 * 1_024 - 26;

    private final CloudWatchLogsClient logs;
    private final String group;
    private final String stream;
    private final GrowingLog log;
    private final Loop loop;

    /** Starts it, with a group of its own. */
    LocalLogDriver(Simulator aws, String group, String stream, Path file) {
        this.logs = aws.client(CloudWatchLogsClient.builder());
        this.group = group;
        this.stream = stream;
        this.log = new GrowingLog(file, MOST_BYTES);
        logs.createLogGroup(create -> create.logGroupName(group));
        logs.createLogStream(create -> create.logGroupName(group).logStreamName(stream));
        this.loop = new Loop("log driver of " + stream, PAUSE_MILLIS, PAUSE_MILLIS, this::send);
    }

    @Override
    public void close() {
        loop.close();
        logs.close();
    }

    /** What fails is sent again. */
    private boolean send() throws IOException {
        GrowingLog.Piece piece = log.next();
        List<InputLogEvent> events = piece.lines().stream()
                .map(line -> InputLogEvent.builder().timestamp(System.currentTimeMillis()).message(line).build()).toList();
        if (!events.isEmpty()) {
            logs.putLogEvents(put -> put.logGroupName(group).logStreamName(stream).logEvents(events));
        }
        log.taken(piece);
        return !piece.empty();
    }
}
