package dev.tandem.cli;

import dev.tandem.ops.audit.AuditLine;
import dev.tandem.ops.audit.AuditLog;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** The log group of an environment's changes, in the region that was changed. */
final class AuditTrail {

    private AuditTrail() {}

    /** @return why the line could not be written; empty when it was */
    static Optional<String> write(OperatorOptions where, AuditLine line) {
        try (CloudWatchLogsClient logs = where.access().client(CloudWatchLogsClient.builder())) {
            return new AuditLog(logs, AuditLog.groupName(OperatorOptions.PROJECT, where.environment())).write(line);
        }
    }
}
