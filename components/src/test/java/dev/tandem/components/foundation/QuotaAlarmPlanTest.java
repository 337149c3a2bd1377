package dev.tandem.components.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaAlarmPlanTest {

    /** CloudWatch counts a quota's use only under these very dimensions; under others an alarm would stay silent for ever. */
    @Test
    void eachCountsWhatAwsCounts() {
        assertThat(QuotaAlarmPlan.all()).containsExactly(
                new QuotaAlarmPlan("fargate-on-demand-vcpu", "ResourceCount",
                        Map.of("Class", "Standard/OnDemand", "Resource", "vCPU", "Service", "Fargate", "Type", "Resource"), "Maximum"),
                new QuotaAlarmPlan("fargate-spot-vcpu", "ResourceCount",
                        Map.of("Class", "Standard/Spot", "Resource", "vCPU", "Service", "Fargate", "Type", "Resource"), "Maximum"),
                new QuotaAlarmPlan("ecr-authorization-rate", "CallCount",
                        Map.of("Class", "None", "Resource", "GetAuthorizationToken", "Service", "ECR", "Type", "API"), "Sum"),
                new QuotaAlarmPlan("kms-cryptographic-rate", "CallCount",
                        Map.of("Class", "None", "Resource", "CryptographicOperationsSymmetric", "Service", "KMS", "Type", "API"), "Sum"));
    }
}
