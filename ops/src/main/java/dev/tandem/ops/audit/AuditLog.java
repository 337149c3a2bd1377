package dev.tandem.ops.audit;

import dev.tandem.mesh.store.AwsFailures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;

/** The log group of the operators' changes, a stream a day. Safe for use by several threads. */
public final class AuditLog {

    private final CloudWatchLogsClient logs;
    private final String group;

    /** @param group log group, as {@link #groupName} says */
    public AuditLog(CloudWatchLogsClient logs, String group) {
        this.logs = logs;
        this.group = group;
    }

    /** Log group of an environment: {@code /PROJECT/ENVIRONMENT/operations}. */
    public static String groupName(String project, String environment) {
        return "/" + project + "/" + environment + "/operations";
    }

    /**
     * Writes a line. A change that is done is not undone because its line could not be written: the caller shows it then.
     *
     * @return why it could not be written; empty when it was
     */
    public Optional<String> write(AuditLine line) {
        String stream = LocalDate.ofInstant(line.at(), ZoneOffset.UTC).toString();
        try {
            try {
                logs.createLogStream(request -> request.logGroupName(group).logStreamName(stream));
            } catch (ResourceAlreadyExistsException alreadyThere) {
                // The usual case after the day's first change.
            }
            logs.putLogEvents(request -> request
                    .logGroupName(group)
                    .logStreamName(stream)
                    .logEvents(event -> event.timestamp(line.at().toEpochMilli()).message(line.json())));
            return Optional.empty();
        } catch (SdkException failure) {
            return Optional.of(AwsFailures.message("logs:PutLogEvents", "log group " + group, failure));
        }
    }
}
