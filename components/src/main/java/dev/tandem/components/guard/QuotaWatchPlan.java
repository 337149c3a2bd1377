package dev.tandem.components.guard;

import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.foundation.QuotaAlarmPlan;
import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that is decided about the look at quotas whose use AWS publishes nowhere, as plain data.
 *
 * @param function counts them each hour
 * @param alarms   one for each of them
 */
public record QuotaWatchPlan(FunctionPlan function, List<Alarm> alarms) {

    /** Namespace of the function's metrics. */
    public static final String NAMESPACE = "Tandem/Quotas";

    /** The metric: use in percent of the quota, one value for each of them an hour. */
    public static final String METRIC = "PercentUsed";

    /** It asks seven APIs, one of them in pages of a thousand, and boto3's descriptions of EC2 are large. */
    private static final int SECONDS = 60;
    private static final int MIB = 256;

    /**
     * An alarm at {@link QuotaAlarmPlan#PERCENT}.
     *
     * @param quota       last part of its name
     * @param dimensions  of the metric
     * @param description what it says to whoever is called
     */
    public record Alarm(String quota, Map<String, String> dimensions, String description) {

        /** Sorted dimensions. */
        public Alarm {
            dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        }

        private static Alarm on(WatchedQuota quota, String environment) {
            return new Alarm(quota.id(), Map.of("Environment", environment, "Quota", quota.id()),
                    "For three hours over " + QuotaAlarmPlan.PERCENT + " % of a quota is in use, or how much is not known: "
                            + quota.what() + ". Runbook: docs/runbooks/quota-near.md");
        }
    }

    /** Plans it. Pure. */
    public static QuotaWatchPlan of(FunctionRoles roles) {
        String prefix = roles.project() + "-" + roles.environment();
        String name = prefix + "-guard-quotas";
        String description = "Counts what is in use of quotas";
        String quotas = Arrays.stream(WatchedQuota.values()).map(WatchedQuota::id).collect(Collectors.joining(","));
        return new QuotaWatchPlan(
                new FunctionPlan(name, description, List.of("quotas"),
                        Map.of("CLUSTER", prefix, "ENVIRONMENT", roles.environment(), "QUOTAS", quotas),
                        roles.of(name, description, ExchangePlan.deadLetters(roles.project(), roles.environment()), may(roles, prefix)),
                        SECONDS, MIB),
                Arrays.stream(WatchedQuota.values()).map(quota -> Alarm.on(quota, roles.environment())).toList());
    }

    private static Statement[] may(FunctionRoles roles, String cluster) {
        return new Statement[] {
            // None of them knows a resource; the region is the limit.
            Statement.allow("Count")
                    .actions("ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "servicediscovery:ListServices",
                            "servicequotas:GetServiceQuota")
                    .anyResource()
                    .when(Condition.stringEquals("aws:RequestedRegion", roles.region()))
                    .build(),
            Statement.allow("CountInstances").actions("servicediscovery:ListInstances")
                    .resources(roles.arn("servicediscovery", "service/*")).build(),
            Statement.allow("CountTasks").actions("ecs:DescribeClusters").resources(roles.arn("ecs", "cluster/" + cluster)).build(),
            Statement.allow("SeeThroughput").actions("ssm:GetServiceSetting")
                    .resources(roles.arn("ssm", "servicesetting/ssm/parameter-store/high-throughput-enabled")).build(),
            // Zones' ids are unknown in a plan.
            Statement.allow("CountRecords").actions("route53:GetHostedZoneLimit").resources("arn:aws:route53:::hostedzone/*").build(),
        };
    }
}
