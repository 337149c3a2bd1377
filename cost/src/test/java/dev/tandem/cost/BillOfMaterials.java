package dev.tandem.cost;

import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Map;

/** The smallest plan that has everything which the bill of materials in docs/cost.md lists, and nothing else. */
final class BillOfMaterials {

    private static final int OWN_ALARMS = 19;

    private BillOfMaterials() {}

    static List<Resource> plan(String region) {
        Planned p = Planned.in(region).component("tandem:foundation:RegionalFoundation", "foundation")
                .add("aws:lb/loadBalancer:LoadBalancer", "edge", Map.of("subnets", List.of("a", "b")));
        for (String service : List.of("ecr.api", "ecr.dkr", "logs", "ssm")) {
            p.add("aws:ec2/vpcEndpoint:VpcEndpoint", service, Map.of("vpcEndpointType", "Interface", "serviceName",
                    "com.amazonaws." + region + "." + service, "subnetIds", List.of("a")));
        }
        for (String service : List.of("s3", "dynamodb")) {
            p.add("aws:ec2/vpcEndpoint:VpcEndpoint", service, Map.of("serviceName",
                    "com.amazonaws." + region + "." + service));
        }
        foundation(p);
        services(p);
        if (region.equals("eu-west-1")) {
            failover(p);
        }
        return p.resources();
    }

    private static void foundation(Planned p) {
        p.add("aws:kms/key:Key", "data", Map.of()).add("aws:kms/key:Key", "logs", Map.of())
                .add("aws:secretsmanager/secret:Secret", "auth", Map.of())
                .add("aws:secretsmanager/secret:Secret", "persona", Map.of())
                .add("aws:cloudwatch/compositeAlarm:CompositeAlarm", "gate", Map.of())
                .add("aws:cloudwatch/logGroup:LogGroup", "services", Map.of("retentionInDays", 30))
                .add("aws:cloudwatch/logGroup:LogGroup", "access", Map.of("logGroupClass", "INFREQUENT_ACCESS",
                        "retentionInDays", 30))
                .add("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", "svc.local", Map.of())
                .add("aws:dynamodb/table:Table", "data", Map.of("billingMode", "PAY_PER_REQUEST",
                        "pointInTimeRecovery", Map.of("enabled", true)))
                .add("aws:sqs/queue:Queue", "work", Map.of())
                .add("aws:cloudwatch/eventBus:EventBus", "events", Map.of())
                .add("aws:sfn/stateMachine:StateMachine", "saga", Map.of())
                .add("aws:lambda/function:Function", "probe", Map.of("architectures", List.of("arm64")))
                .add("aws:ecr/repository:Repository", "auth", Map.of())
                .add("aws:s3/bucketV2:BucketV2", "logs", Map.of())
                .add("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "peering", Map.of());
        for (int i = 0; i < OWN_ALARMS; i++) {
            p.add("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm-" + i, Map.of("period", 60));
        }
    }

    private static void services(Planned p) {
        p.component("tandem:service:MeshService", "auth")
                .add("aws:servicediscovery/service:Service", "auth", Map.of("dnsConfig",
                        Map.of("dnsRecords", List.of(Map.of("type", "A", "ttl", 5)))))
                .service("auth", TaskShape.SMALL, 2,
                        List.of(Planned.share("FARGATE", 1, 0), Planned.share("FARGATE_SPOT", 0, 1)))
                .scaling("auth", 2, 4, true);
        p.component("tandem:service:MeshService", "persona")
                .service("persona", TaskShape.SMALL, 1, List.of(Planned.share("FARGATE_SPOT", 0, 1)))
                .scaling("persona", 1, 4, true)
                .schedule("persona", "day", "cron(0 7 * * ? *)", 2, 4)
                .schedule("persona", "night", "cron(0 21 * * ? *)", 1, 4);
    }

    private static void failover(Planned p) {
        p.component("tandem:failover:FailoverPair", "pair")
                .add("aws:route53/zone:Zone", "public", Map.of())
                .add("aws:route53/healthCheck:HealthCheck", "primary", Map.of("type", "HTTPS", "fqdn", Planned.UNKNOWN))
                .add("aws:route53/healthCheck:HealthCheck", "secondary", Map.of("type", "HTTPS", "fqdn", Planned.UNKNOWN))
                .add("aws:route53/healthCheck:HealthCheck", "takeover", Map.of("type", "CLOUDWATCH_METRIC"))
                .add("aws:route53/healthCheck:HealthCheck", "both", Map.of("type", "CALCULATED"));
    }
}
