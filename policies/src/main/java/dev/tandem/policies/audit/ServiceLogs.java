package dev.tandem.policies.audit;

import dev.tandem.policies.types.Demand;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Managed services that work by themselves say in a log what they did. */
public final class ServiceLogs implements ResourceCheck {

    private static final String WRONG = "what it does leaves no trace";

    private static final List<Demand> DEMANDS = List.of(
            level("sfn/stateMachine:StateMachine", "loggingConfiguration[0].level", "ERROR or ALL"),
            level("appsync/graphQLApi:GraphQLApi", "logConfig[0].fieldLogLevel", "ERROR or ALL"),
            Demand.of("aws:codebuild/project:Project", "logsConfig[0]", ServiceLogs::builds, WRONG,
                    "cloudwatchLogs or s3Logs with status ENABLED, in a log group with retention"),
            named("emr/cluster:Cluster", "logUri", "a bucket for logs"),
            named("transfer/server:Server", "loggingRole,structuredLogDestinations[0]", "a role or a log group"),
            on("globalaccelerator/accelerator:Accelerator", "attributes[0].flowLogsEnabled"),
            on("globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator", "attributes[0].flowLogsEnabled"),
            on("connect/instance:Instance", "contactFlowLogsEnabled,attributes.contactflowLogs"),
            on("opensearchingest/pipeline:Pipeline", "logPublishingOptions[0].isLoggingEnabled"),
            Demand.of("aws:dms/replicationTask:ReplicationTask", "replicationTaskSettings|json.Logging.EnableLogging",
                    p -> p.boolOr(false), "what was not copied leaves no trace", "true"),
            named("datasync/task:Task", "cloudwatchLogGroupArn,cloudWatchLogGroupArn", "a log group"),
            Demand.of("aws:mskconnect/connector:Connector", "logDelivery[0].workerLogDelivery", p -> !First.nothing(p), WRONG,
                    "a workerLogDelivery"),
            Demand.of("aws:athena/workgroup:Workgroup", "configuration[0].publishCloudwatchMetricsEnabled,"
                    + "workGroupConfiguration.publishCloudWatchMetricsEnabled", p -> p.boolOr(true), WRONG, "true"),
            Demand.of("aws:ecs/cluster:Cluster", "configuration[0].executeCommandConfiguration[0].logging",
                    p -> !p.is("NONE"), "commands in containers leave no trace", "OVERRIDE with a log group"));

    /** Types that the rule looks at. */
    public static final String[] TYPES = Demand.types(DEMANDS);

    @Override
    public void check(ResourceContext context) {
        Demand.check(context, DEMANDS);
    }

    private static Demand level(String type, String path, String expected) {
        return Demand.of("aws:" + type, path,
                p -> !Set.of("", "OFF", "NONE").contains(p.stringOr("").toUpperCase(Locale.ROOT)), WRONG, expected);
    }

    private static Demand named(String type, String path, String expected) {
        return Demand.of("aws:" + type, path, p -> !Expect.isBlank(p), WRONG, expected);
    }

    private static Demand on(String type, String path) {
        return Demand.of("aws:" + type, path, p -> p.boolOr(false), WRONG, "true");
    }

    private static boolean builds(Property logs) {
        return logs.at("cloudwatchLogs[0].status").stringOr("").equals("ENABLED")
                || logs.at("cloudWatchLogs[0].status").stringOr("").equals("ENABLED")
                || logs.at("s3Logs[0].status").stringOr("").equals("ENABLED");
    }
}
