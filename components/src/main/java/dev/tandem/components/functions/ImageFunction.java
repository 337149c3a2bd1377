package dev.tandem.components.functions;

import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.inputs.FunctionDeadLetterConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.RolePlan;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A function that runs a container image.
 *
 * @param name           physical name
 * @param description    what it does
 * @param image          URI in the region's registry
 * @param memoryMiB      memory; processor time is a share of it
 * @param timeoutSeconds most that a run may take
 * @param concurrent     most runs at once; empty for what the account has
 * @param environment    its variables
 * @param role           what it may do
 * @param logGroup       where it writes
 * @param logDays        how long that is kept
 */
public record ImageFunction(
        String name, String description, String image, int memoryMiB, int timeoutSeconds, OptionalInt concurrent,
        Map<String, String> environment, RolePlan role, String logGroup, int logDays) {

    /**
     * Declares it, with role and log group.
     *
     * @param resource    Pulumi name of all three
     * @param own         its region
     * @param deadLetters ARN of the queue or topic for events that it fails on
     */
    public Function create(String resource, FoundationRef own, Output<String> deadLetters, CustomResourceOptions options) {
        FunctionGround ground = FunctionGround.create(resource, own, role, logGroup, logDays, options);
        FunctionArgs.Builder args = FunctionArgs.builder()
                .name(name)
                .description(description)
                .packageType("Image")
                .imageUri(image)
                .architectures("arm64")
                .memorySize(memoryMiB)
                .timeout(timeoutSeconds)
                .role(ground.role().role().arn())
                .environment(FunctionEnvironmentArgs.builder().variables(environment).build())
                .kmsKeyArn(own.kmsKeyArn())
                .loggingConfig(FunctionLoggingConfigArgs.builder().logFormat("Text").logGroup(ground.logs().name()).build())
                .deadLetterConfig(FunctionDeadLetterConfigArgs.builder().targetArn(deadLetters).build());
        concurrent.ifPresent(args::reservedConcurrentExecutions);
        return new Function(resource, args.build(), ground.options());
    }
}
