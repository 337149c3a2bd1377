package dev.tandem.components.foundation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An alarm on a quota of the account, before it is met. CloudWatch knows use and quota of these by itself; what it does not
 * know, a function counts ({@link dev.tandem.components.guard.QuotaWatchPlan}).
 *
 * @param name       last part of the alarm's name
 * @param metric     metric in AWS/Usage
 * @param dimensions its dimensions
 * @param statistic  how the use is summed up
 */
public record QuotaAlarmPlan(String name, String metric, Map<String, String> dimensions, String statistic) {

    /** Percent of the quota at which the alarm goes off: a higher one takes AWS up to some days to grant. */
    public static final int PERCENT = 80;

    /** Sorted dimensions. */
    public QuotaAlarmPlan {
        dimensions = new TreeMap<>(dimensions);
    }

    /**
     * Those that a growing region meets first. Sources: Fargate, "Usage metrics"; ECR, "Usage metrics"; KMS, "Monitoring
     * quotas". CloudWatch's {@code SERVICE_QUOTA} knows no use of Cloud Map's instances, addresses of subnets, network
     * interfaces, calls of Parameter Store or records of a zone: an alarm of this kind on these would never leave
     * INSUFFICIENT_DATA.
     */
    static List<QuotaAlarmPlan> all() {
        return List.of(
                resources("fargate-on-demand-vcpu", "Fargate", "vCPU", "Standard/OnDemand"),
                resources("fargate-spot-vcpu", "Fargate", "vCPU", "Standard/Spot"),
                calls("ecr-authorization-rate", "ECR", "GetAuthorizationToken"),
                calls("kms-cryptographic-rate", "KMS", "CryptographicOperationsSymmetric"));
    }

    private static QuotaAlarmPlan resources(String name, String service, String resource, String kind) {
        return new QuotaAlarmPlan(name, "ResourceCount",
                Map.of("Service", service, "Resource", resource, "Type", "Resource", "Class", kind), "Maximum");
    }

    private static QuotaAlarmPlan calls(String name, String service, String call) {
        return new QuotaAlarmPlan(name, "CallCount",
                Map.of("Service", service, "Resource", call, "Type", "API", "Class", "None"), "Sum");
    }
}
