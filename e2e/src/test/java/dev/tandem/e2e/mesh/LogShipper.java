package dev.tandem.e2e.mesh;

import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.envoy.MeshTask;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/** Puts what a task writes into a log group every half second, as the {@code awslogs} driver does. */
final class LogShipper implements AutoCloseable {

    private static final int MOST = 5_000;

    private final Thread thread;
    private volatile boolean running = true;

    LogShipper(CloudWatchLogsClient logs, String group, MeshTask task) {
        logs.createLogGroup(g -> g.logGroupName(group));
        logs.createLogStream(s -> s.logGroupName(group).logStreamName("task"));
        thread = new Thread(() -> ship(logs, group, task), "log shipper");
        thread.setDaemon(true);
        thread.start();
    }

    private void ship(CloudWatchLogsClient logs, String group, MeshTask task) {
        int sent = 0;
        while (running) {
            String written = task.written();
            int end = written.lastIndexOf('\n') + 1;
            if (end > sent) {
                List<InputLogEvent> events = written.substring(sent, end).lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> InputLogEvent.builder().timestamp(System.currentTimeMillis()).message(line).build())
                        .toList();
                for (int from = 0; from < events.size(); from += MOST) {
                    put(logs, group, events.subList(from, Math.min(events.size(), from + MOST)));
                }
                sent = end;
            }
            Eventually.pause(500);
        }
    }

    /** Until it is taken: without this thread, the gates would wait for answers that nobody tells them of. */
    private void put(CloudWatchLogsClient logs, String group, List<InputLogEvent> events) {
        while (running) {
            try {
                logs.putLogEvents(p -> p.logGroupName(group).logStreamName("task").logEvents(events));
                return;
            } catch (SdkException e) {
                System.err.println("log shipper: " + e.getMessage());
                Eventually.pause(500);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
