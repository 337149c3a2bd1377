package dev.tandem.mesh.identity.issue;

import dev.tandem.mesh.identity.AwsCalls;
import java.time.Clock;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;

/** Audit records in a log group, in a stream of their own: what is issued by hand stands beside what the schedule issued. */
public final class LogGroupAudit implements AuditLog {

    private final CloudWatchLogsClient logs;
    private final AwsCalls calls;
    private final String group;
    private final String stream;
    private final Clock clock;
    private boolean ready;

    /**
     * A stream of a log group; made with the first record.
     *
     * @param role the role that is expected to call, for errors
     */
    public LogGroupAudit(CloudWatchLogsClient logs, String group, String stream, String role, Clock clock) {
        this.logs = logs;
        this.calls = new AwsCalls(role);
        this.group = group;
        this.stream = stream;
        this.clock = clock;
    }

    @Override
    public synchronized void write(AuditRecord entry) {
        if (!ready) {
            create();
            ready = true;
        }
        InputLogEvent event = InputLogEvent.builder().timestamp(clock.millis()).message(entry.toJson()).build();
        calls.call("logs:PutLogEvents", group, () -> logs.putLogEvents(
                request -> request.logGroupName(group).logStreamName(stream).logEvents(event)));
    }

    private void create() {
        try {
            calls.call("logs:CreateLogStream", group,
                    () -> logs.createLogStream(request -> request.logGroupName(group).logStreamName(stream)),
                    ResourceAlreadyExistsException.class);
        } catch (ResourceAlreadyExistsException e) {
            return; // A second run of the same second.
        }
    }
}
