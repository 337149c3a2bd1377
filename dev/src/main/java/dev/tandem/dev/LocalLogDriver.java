package dev.tandem.dev;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/** Stands in for the log driver {@code awslogs}: what a container writes is in its log group as well, where gates of a canary read it. */
final class LocalLogDriver implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;
    private static final int MOST_BYTES = 512 * 1_024;

    private final CloudWatchLogsClient logs;
    private final String group;
    private final String stream;
    private final Path file;
    private final Loop loop;
    private long sent;

    /** Starts it, with a group of its own. */
    LocalLogDriver(Simulator aws, String group, String stream, Path file) {
        this.logs = aws.client(CloudWatchLogsClient.builder());
        this.group = group;
        this.stream = stream;
        this.file = file;
        logs.createLogGroup(create -> create.logGroupName(group));
        logs.createLogStream(create -> create.logGroupName(group).logStreamName(stream));
        this.loop = new Loop("log driver of " + stream, PAUSE_MILLIS, PAUSE_MILLIS, this::send);
    }

    @Override
    public void close() {
        loop.close();
        logs.close();
    }

    /** Whole lines only; what fails is read again. */
    private boolean send() throws IOException {
        byte[] bytes;
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "r")) {
            written.seek(sent);
            bytes = new byte[(int) Math.min(MOST_BYTES, written.length() - sent)];
            written.readFully(bytes);
        }
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        List<InputLogEvent> events = new String(bytes, 0, end, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                .map(line -> InputLogEvent.builder().timestamp(System.currentTimeMillis()).message(line).build()).toList();
        if (!events.isEmpty()) {
            logs.putLogEvents(put -> put.logGroupName(group).logStreamName(stream).logEvents(events));
        }
        sent += end;
        return !events.isEmpty();
    }
}
