package dev.tandem.components.failover;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.route53.HealthCheck;
import com.pulumi.aws.route53.HealthCheckArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.route53.inputs.RecordWeightedRoutingPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import java.util.List;
import java.util.Map;

/** The public zone, the health checks and the weighted pair of records, all in the secondary's stack. */
final class FailoverDns {

    private static final int HTTPS = 443;

    private final String name;
    private final FoundationRef own;
    private final FailoverPlan plan;
    private final CustomResourceOptions options;

    FailoverDns(String name, FoundationRef own, FailoverPlan plan, CustomResourceOptions options) {
        this.name = name;
        this.own = own;
        this.plan = plan;
        this.options = options;
    }

    Zone zone() {
        return new Zone(
                name + "-zone",
                ZoneArgs.builder()
                        .name(plan.zone())
                        .comment("Public names of both regions, owned by " + plan.owner())
                        .forceDestroy(false)
                        .build(),
                options);
    }

    /** Asks a region's load balancer by its own name, so that the answer does not depend on the records it decides. */
    HealthCheck edge(String side, String region, Output<String> loadBalancer) {
        return new HealthCheck(
                name + "-" + side + "-edge",
                HealthCheckArgs.builder()
                        .type("HTTPS")
                        .fqdn(loadBalancer)
                        .port(HTTPS)
                        .enableSni(true)
                        .resourcePath(plan.check().path())
                        .requestInterval(plan.check().intervalSeconds())
                        .failureThreshold(plan.check().failures())
                        .tags(named("load balancer in " + region))
                        .build(),
                options);
    }

    /** Unhealthy once an operator asks for a takeover; nothing sent means nothing changed. */
    HealthCheck takeover() {
        FailoverPlan.Takeover takeover = plan.takeover();
        Output<List<String>> topic = own.alarmTopicArn().applyValue(List::of);
        MetricAlarm alarm = new MetricAlarm(
                name + "-takeover",
                MetricAlarmArgs.builder()
                        .name(takeover.alarmName())
                        .alarmDescription("An operator took the primary region out of the public name."
                                + " Runbook: docs/runbooks/region-failover.md")
                        .namespace(takeover.namespace())
                        .metricName(takeover.metric())
                        .dimensions(Map.of("Environment", own.environment()))
                        .statistic("Maximum")
                        .comparisonOperator("GreaterThanOrEqualToThreshold")
                        .threshold(1.0)
                        .period(takeover.periodSeconds())
                        .evaluationPeriods(1)
                        .treatMissingData("ignore")
                        .alarmActions(topic)
                        .okActions(topic)
                        .build(),
                options);
        return new HealthCheck(
                name + "-takeover",
                HealthCheckArgs.builder()
                        .type("CLOUDWATCH_METRIC")
                        .cloudwatchAlarmName(alarm.name())
                        .cloudwatchAlarmRegion(plan.owner())
                        .insufficientDataHealthStatus("LastKnownStatus")
                        .tags(named("no takeover requested"))
                        .build(),
                options);
    }

    /** Healthy only when the load balancer answers and nobody asked for a takeover. */
    HealthCheck primary(HealthCheck edge, HealthCheck takeover) {
        return new HealthCheck(
                name + "-primary",
                HealthCheckArgs.builder()
                        .type("CALCULATED")
                        .childHealthchecks(Output.all(edge.id(), takeover.id()))
                        .childHealthThreshold(2)
                        .tags(named("primary region may serve"))
                        .build(),
                options);
    }

    /** Without evaluation of target health: one empty target group would move the whole region. */
    void record(
            String side, Output<String> zoneId, FailoverPlan.Target target, Output<String> albDnsName, Output<String> albZoneId,
            HealthCheck check) {
        new Record(
                name + "-" + side + "-record",
                RecordArgs.builder()
                        .zoneId(zoneId)
                        .name(plan.record())
                        .type("A")
                        .setIdentifier(target.region())
                        .weightedRoutingPolicies(
                                RecordWeightedRoutingPolicyArgs.builder().weight(target.weight()).build())
                        .healthCheckId(check.id())
                        .aliases(RecordAliasArgs.builder()
                                .name(albDnsName)
                                .zoneId(albZoneId)
                                .evaluateTargetHealth(false)
                                .build())
                        .build(),
                options);
    }

    private Map<String, String> named(String what) {
        return Map.of("Name", own.project() + "-" + own.environment() + " " + what);
    }
}
