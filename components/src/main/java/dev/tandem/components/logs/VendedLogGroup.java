package dev.tandem.components.logs;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.cloudwatch.LogResourcePolicy;
import com.pulumi.aws.cloudwatch.LogResourcePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;

/**
 * Vended logs as they are declared, encrypted with the region's key for logs.
 *
 * @param group  the log group
 * @param policy what lets the delivery write to it; must be there before the service starts
 */
public record VendedLogGroup(LogGroup group, LogResourcePolicy policy) {

    private static final int DAYS = 30;

    /** Declares both under one Pulumi name. */
    public static VendedLogGroup create(String name, FoundationRef own, VendedLogs plan, CustomResourceOptions options) {
        LogGroup group = new LogGroup(name, LogGroupArgs.builder()
                .name(plan.group())
                .kmsKeyId(own.logsKmsKeyArn())
                .retentionInDays(DAYS)
                .build(), options);
        return new VendedLogGroup(group, new LogResourcePolicy(name, LogResourcePolicyArgs.builder()
                .policyName(plan.policyName())
                .policyDocument(plan.policy())
                .build(), options));
    }

    /** The ARN as services want a destination of logs: with {@code :*} at its end. */
    public Output<String> destination() {
        return group.arn().applyValue(arn -> arn + ":*");
    }
}
