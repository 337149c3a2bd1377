package dev.tandem.components.workflow;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.cloudwatch.LogResourcePolicy;
import com.pulumi.aws.cloudwatch.LogResourcePolicyArgs;
import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.aws.sfn.inputs.StateMachineEncryptionConfigurationArgs;
import com.pulumi.aws.sfn.inputs.StateMachineLoggingConfigurationArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.BoundedRole;
import dev.tandem.components.iam.RolePlan;
import java.util.ArrayList;
import java.util.List;

/** Declares machines that share a role and a log group. Definitions and logs are encrypted with the region's keys. */
public final class Machines {

    private static final int KEY_REUSE_SECONDS = 300;
    private static final int LOG_DAYS = 30;

    private final FoundationRef own;
    private final BoundedRole role;
    private final LogGroup logs;
    private final CustomResourceOptions options;

    /**
     * Declares what the machines share.
     *
     * @param name    Pulumi name of role, log group and its policy
     * @param own     the region
     * @param may     the role
     * @param kept    the logs
     * @param called  what the machines call, and must be there before them
     * @param options options of each resource
     */
    public Machines(String name, FoundationRef own, RolePlan may, MachineLogs kept, List<Resource> called,
            CustomResourceOptions options) {
        this.own = own;
        this.role = BoundedRole.create(name, may, options);
        this.logs = new LogGroup(name, LogGroupArgs.builder()
                .name(kept.group())
                .kmsKeyId(own.logsKmsKeyArn())
                .retentionInDays(LOG_DAYS)
                .build(), options);
        List<Resource> ready = new ArrayList<>(called);
        ready.addAll(role.policies());
        ready.add(new LogResourcePolicy(name, LogResourcePolicyArgs.builder()
                .policyName(kept.policyName())
                .policyDocument(kept.policy())
                .build(), options));
        this.options = CustomResourceOptions.merge(options, CustomResourceOptions.builder().dependsOn(ready).build());
    }

    /** Declares a machine. */
    public com.pulumi.aws.sfn.StateMachine create(String name, String physicalName, StateMachine machine) {
        return new com.pulumi.aws.sfn.StateMachine(name, StateMachineArgs.builder()
                .name(physicalName)
                .type("STANDARD")
                .definition(machine.toJson())
                .roleArn(role.role().arn())
                .encryptionConfiguration(StateMachineEncryptionConfigurationArgs.builder()
                        .type("CUSTOMER_MANAGED_KMS_KEY")
                        .kmsKeyId(own.kmsKeyArn())
                        .kmsDataKeyReusePeriodSeconds(KEY_REUSE_SECONDS)
                        .build())
                .loggingConfiguration(StateMachineLoggingConfigurationArgs.builder()
                        .level("ERROR")
                        .includeExecutionData(false)
                        .logDestination(logs.arn().applyValue(arn -> arn + ":*"))
                        .build())
                .build(), options);
    }
}
