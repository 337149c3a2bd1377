package dev.tandem.components.workflow;

import com.pulumi.aws.sfn.StateMachineArgs;
import com.pulumi.aws.sfn.inputs.StateMachineEncryptionConfigurationArgs;
import com.pulumi.aws.sfn.inputs.StateMachineLoggingConfigurationArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.BoundedRole;
import dev.tandem.components.iam.RolePlan;
import dev.tandem.components.logs.VendedLogGroup;
import dev.tandem.components.logs.VendedLogs;
import java.util.ArrayList;
import java.util.List;

/** Declares machines that share a role and a log group. Definitions and logs are encrypted with the region's keys. */
public final class Machines {

    private static final int KEY_REUSE_SECONDS = 300;

    private final FoundationRef own;
    private final BoundedRole role;
    private final VendedLogGroup logs;
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
    public Machines(String name, FoundationRef own, RolePlan may, VendedLogs kept, List<Resource> called,
            CustomResourceOptions options) {
        this.own = own;
        this.role = BoundedRole.create(name, may, options);
        this.logs = VendedLogGroup.create(name, own, kept, options);
        List<Resource> ready = new ArrayList<>(called);
        ready.addAll(role.policies());
        ready.add(logs.policy());
        this.options = CustomResourceOptions.merge(options, CustomResourceOptions.builder().dependsOn(ready).build());
    }

    /** Declares a machine. */
    public com.pulumi.aws.sfn.StateMachine create(String name, String physicalName, StateMachine machine) {
        return create(name, physicalName, machine.toJson());
    }

    /** Declares a machine by its definition in the Amazon States Language. */
    public com.pulumi.aws.sfn.StateMachine create(String name, String physicalName, String definition) {
        return declare(name, physicalName, "STANDARD", definition, role, options);
    }

    /** Declares an express workflow with a role of its own, which shares the logs. */
    public com.pulumi.aws.sfn.StateMachine express(String name, String physicalName, String definition, RolePlan may) {
        BoundedRole its = BoundedRole.create(name, may, options);
        return declare(name, physicalName, "EXPRESS", definition, its, CustomResourceOptions.merge(
                options, CustomResourceOptions.builder().dependsOn(List.copyOf(its.policies())).build()));
    }

    private com.pulumi.aws.sfn.StateMachine declare(
            String name, String physicalName, String type, String definition, BoundedRole as, CustomResourceOptions with) {
        return new com.pulumi.aws.sfn.StateMachine(name, StateMachineArgs.builder()
                .name(physicalName)
                .type(type)
                .definition(definition)
                .roleArn(as.role().arn())
                .encryptionConfiguration(StateMachineEncryptionConfigurationArgs.builder()
                        .type("CUSTOMER_MANAGED_KMS_KEY")
                        .kmsKeyId(own.kmsKeyArn())
                        .kmsDataKeyReusePeriodSeconds(KEY_REUSE_SECONDS)
                        .build())
                .loggingConfiguration(StateMachineLoggingConfigurationArgs.builder()
                        .level("ERROR")
                        .includeExecutionData(false)
                        .logDestination(logs.destination())
                        .build())
                .build(), with);
    }
}
